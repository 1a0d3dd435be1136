package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Closing;
import io.deskpulse.alerting.notification.Group;
import io.deskpulse.alerting.notification.Lease;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Lets groups go, and forgets what no group holds any more. Calls belong to a transaction. */
@Singleton
class Leaving {
    private static final String CHANGES =
            "select changes from notification_group where tenant = ? and id = ? and fence = ? for update";
    private static final String LET_GO =
            """
            update notification_group set lease_until = null, due_at = ?, looked_at = ?, interval_ms = ?, routing = ?
            where tenant = ? and id = ?""";
    private static final String LEAVE =
            "delete from notification_member where tenant = ? and group_id = ? and fingerprint = any(?)";
    private static final String FORGET =
            """
            delete from notification_alert a where tenant = ? and fingerprint = any(?) and not active and not exists
                (select 1 from notification_member m where m.tenant = a.tenant and m.fingerprint = a.fingerprint)""";
    private static final String FREE =
            """
            update notification_member set held = null
            where tenant = ? and group_id = ? and held is not null and not fingerprint = any(?)""";
    private static final String HELD =
            """
            update notification_member set held = ?
            where tenant = ? and group_id = ? and fingerprint = ? and held is distinct from ?""";

    private final Database database;

    Leaving(Database database) {
        this.database = database;
    }

    void close(Lease lease, Closing closing) {
        Group group = lease.group();
        long changes = database.first(CHANGES, row -> row.number("changes"), group.tenant(), group.id(), lease.fence())
                .orElseThrow(Lease.Lost::new);
        LogRows.insert(database, closing.entries());
        hold(group, closing.held());
        EscalationRows.write(database, group, closing.escalation());
        if (changes != lease.changes()) {
            // What happened meanwhile may concern any alert that was about to leave.
            letGo(group, closing, closing.at().plus(closing.interval()), lease.routing());
            return;
        }
        LogRows.insert(database, closing.farewells());
        if (!closing.leaving().isEmpty()) {
            String[] gone = closing.leaving().toArray(String[]::new);
            database.change(LEAVE, group.tenant(), group.id(), gone);
            database.change(FORGET, group.tenant(), gone);
        }
        if (closing.dueAt().isPresent()) {
            letGo(group, closing, closing.dueAt().get(), closing.routing());
        } else {
            database.change("delete from notification_group where tenant = ? and id = ?", group.tenant(), group.id());
        }
    }

    private void letGo(Group group, Closing closing, Instant due, long routing) {
        database.change(LET_GO, due, closing.at(), closing.interval().toMillis(), routing, group.tenant(), group.id());
    }

    private void hold(Group group, Map<String, String> held) {
        database.change(FREE, group.tenant(), group.id(), held.keySet().toArray(String[]::new));
        database.changeAll(
                HELD,
                held.entrySet().stream()
                        .map(one ->
                                new Object[] {one.getValue(), group.tenant(), group.id(), one.getKey(), one.getValue()})
                        .toList());
    }
}
