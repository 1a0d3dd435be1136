package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.alerting.notification.Closing;
import io.deskpulse.alerting.notification.Contents;
import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.alerting.notification.Group;
import io.deskpulse.alerting.notification.Groups;
import io.deskpulse.alerting.notification.Lease;
import io.deskpulse.alerting.notification.Member;
import io.deskpulse.alerting.notification.Placement;
import io.deskpulse.alerting.notification.Told;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Groups in Postgres. Each write about a group locks its row first, and looks at its fence. */
@Singleton
class PostgresGroups implements Groups {
    private static final String LEASE =
            """
            update notification_group g set fence = g.fence + 1, lease_until = ?
            from (select tenant, id from notification_group where due_at <= ? and (lease_until is null or lease_until <= ?)
                order by due_at limit ? for update skip locked) due
            where g.tenant = due.tenant and g.id = due.id
            returning g.tenant, g.route, g.labels, g.fence, g.changes, g.routing, g.due_at""";
    private static final String MEMBERS =
            """
            select m.fingerprint, m.held, a.labels, a.active, a.acknowledged_at from notification_member m
            join notification_alert a on a.tenant = m.tenant and a.fingerprint = m.fingerprint
            where m.tenant = ? and m.group_id = ? order by m.fingerprint""";
    private static final String ALERTS =
            "select %s as document from notification_alert where tenant = ? and fingerprint = any(?)";
    private static final String HOLD =
            "update notification_group set lease_until = ? where tenant = ? and id = ? and fence = ?";
    private static final String HELD =
            "select 1 from notification_group where tenant = ? and id = ? and fence = ? for update";
    private static final String RELEASE =
            "update notification_group set lease_until = null where tenant = ? and id = ? and fence = ?";
    private static final String WAKE =
            "update notification_group set changes = changes + 1, due_at = least(due_at, ?) where tenant = ?";
    private static final String BACKLOG =
            "select count(*) as due, min(due_at) as oldest from notification_group where due_at <= ?";

    private final Database database;
    private final Placing placing;
    private final Leaving leaving;

    PostgresGroups(Database database, Placing placing, Leaving leaving) {
        this.database = database;
        this.placing = placing;
        this.leaving = leaving;
    }

    @Override
    public void note(Instant now, List<Alert> alerts, List<Placement> placements) {
        database.run(() -> {
            String tenant = alerts.get(0).tenant();
            placing.lock(tenant);
            placing.touch(tenant, alerts.stream().map(Alert::fingerprint).toList(), now);
            placing.place(now, placements);
            placing.store(alerts);
        });
    }

    @Override
    public void place(Instant now, List<Placement> placements) {
        if (!placements.isEmpty()) {
            database.run(() -> {
                placing.lock(placements.get(0).group().tenant());
                placing.place(now, placements);
            });
        }
    }

    @Override
    public void wake(String tenant, Instant now) {
        database.run(() -> {
            placing.lock(tenant);
            database.change(WAKE, now, tenant);
        });
    }

    @Override
    public List<Lease> lease(Instant now, Instant until, int most) {
        return database.list(LEASE, PostgresGroups::lease, until, now, now, most);
    }

    @Override
    public Contents contents(Lease lease) {
        Group group = lease.group();
        return new Contents(
                database.list(MEMBERS, PostgresGroups::member, group.tenant(), group.id()),
                ToldRows.list(database, group),
                EscalationRows.find(database, group));
    }

    @Override
    public List<Alert> alerts(String tenant, Collection<String> fingerprints, boolean asFired) {
        if (fingerprints.isEmpty()) {
            return List.of();
        }
        return database.list(
                ALERTS.formatted(asFired ? "fired" : "document"),
                row -> AlertDocument.change(row.text("document")).alert(),
                tenant,
                fingerprints.toArray(String[]::new));
    }

    @Override
    public List<Labels> firing(String tenant) {
        return database.list(
                "select labels from notification_alert where tenant = ? and active",
                row -> new Labels(Json.read(row.text("labels"))),
                tenant);
    }

    @Override
    public void begin(Lease lease, Told told, Instant until) {
        database.run(() -> {
            Group group = lease.group();
            if (database.change(HOLD, until, group.tenant(), group.id(), lease.fence()) == 0) {
                throw new Lease.Lost();
            }
            ToldRows.write(database, group, told);
        });
    }

    @Override
    public void settle(Lease lease, Told told, Entry entry) {
        database.run(() -> {
            Group group = lease.group();
            database.first(HELD, row -> true, group.tenant(), group.id(), lease.fence())
                    .orElseThrow(Lease.Lost::new);
            ToldRows.write(database, group, told);
            LogRows.insert(database, List.of(entry));
        });
    }

    @Override
    public void close(Lease lease, Closing closing) {
        database.run(() -> leaving.close(lease, closing));
    }

    @Override
    public void release(Lease lease) {
        database.change(RELEASE, lease.group().tenant(), lease.group().id(), lease.fence());
    }

    @Override
    public Backlog backlog(Instant now) {
        return database.first(BACKLOG, row -> new Backlog(row.number("due"), row.instant("oldest")), now)
                .orElseThrow();
    }

    private static Lease lease(Row row) throws SQLException {
        return new Lease(
                new Group(row.text("tenant"), row.text("route"), Json.read(row.text("labels"))),
                row.number("fence"),
                row.number("changes"),
                row.number("routing"),
                row.instant("due_at"));
    }

    private static Member member(Row row) throws SQLException {
        return new Member(
                row.text("fingerprint"),
                new Labels(Json.read(row.text("labels"))),
                row.flag("active"),
                row.instant("acknowledged_at"),
                row.text("held"));
    }
}
