package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.alerting.notification.Placement;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts alerts into groups; one at a time does so for a tenant, so that no two wait for each other's groups. Calls belong to a transaction. */
@Singleton
class Placing {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('notification'), hashtext(?))";
    private static final String GROUP =
            """
            insert into notification_group (tenant, id, route, labels, routing, interval_ms, due_at)
            values (?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (tenant, id) do update set changes = notification_group.changes + 1,
                routing = least(notification_group.routing, excluded.routing),
                due_at = case when notification_group.looked_at is null then notification_group.due_at
                    else least(notification_group.due_at,
                        greatest(notification_group.looked_at + excluded.interval_ms * interval '1 ms', ?)) end""";
    private static final String TOUCH =
            """
            update notification_group g set changes = changes + 1,
                due_at = case when looked_at is null then due_at
                    else least(due_at, greatest(looked_at + interval_ms * interval '1 ms', ?)) end
            where tenant = ? and id in
                (select group_id from notification_member where tenant = ? and fingerprint = any(?))""";
    private static final String ALERT =
            """
            insert into notification_alert (tenant, fingerprint, active, acknowledged_at, labels, document, fired)
            values (?, ?, true, ?, ?::jsonb, ?::jsonb, ?::jsonb)
            on conflict (tenant, fingerprint) do update set active = true,
                acknowledged_at = excluded.acknowledged_at, document = excluded.document, fired = excluded.fired""";
    private static final String ENDED =
            """
            update notification_alert set active = false, acknowledged_at = null, document = ?::jsonb
            where tenant = ? and fingerprint = ?""";
    private static final String MEMBER =
            "insert into notification_member (tenant, group_id, fingerprint) values (?, ?, ?) on conflict do nothing";

    private final Database database;

    Placing(Database database) {
        this.database = database;
    }

    void lock(String tenant) {
        database.list(LOCK, row -> true, tenant);
    }

    /** Makes the groups due in which alerts are. */
    void touch(String tenant, Collection<String> fingerprints, Instant now) {
        database.change(TOUCH, now, tenant, tenant, fingerprints.toArray(String[]::new));
    }

    /** Stores alerts as they are; those that have ended only where some group holds them. */
    void store(Collection<Alert> alerts) {
        database.changeAll(
                ALERT,
                alerts.stream()
                        .filter(alert -> alert.state().active())
                        .map(alert -> new Object[] {
                            alert.tenant(),
                            alert.fingerprint(),
                            alert.acknowledged().map(Alert.Acknowledgement::at).orElse(null),
                            Json.write(alert.labels().values()),
                            document(alert),
                            document(alert)
                        })
                        .toList());
        database.changeAll(
                ENDED,
                alerts.stream()
                        .filter(alert -> !alert.state().active())
                        .map(alert -> new Object[] {document(alert), alert.tenant(), alert.fingerprint()})
                        .toList());
    }

    void place(Instant now, List<Placement> placements) {
        Map<String, Placement> groups = new LinkedHashMap<>();
        placements.forEach(placement -> groups.putIfAbsent(placement.group().id(), placement));
        database.changeAll(
                GROUP,
                groups.entrySet().stream()
                        .map(one -> group(one.getKey(), one.getValue(), now))
                        .toList());
        database.changeAll(
                MEMBER,
                placements.stream()
                        .map(placement -> new Object[] {
                            placement.group().tenant(), placement.group().id(), placement.fingerprint()
                        })
                        .toList());
    }

    private static String document(Alert alert) {
        return AlertDocument.text(new Change(Change.Kind.FIRED, alert, null, null));
    }

    private static Object[] group(String id, Placement placement, Instant now) {
        return new Object[] {
            placement.group().tenant(),
            id,
            placement.group().route(),
            Json.write(placement.group().labels()),
            placement.routing(),
            placement.interval().toMillis(),
            placement.due(),
            now
        };
    }
}
