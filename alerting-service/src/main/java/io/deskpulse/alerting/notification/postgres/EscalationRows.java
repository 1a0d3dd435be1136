package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Group;
import io.deskpulse.alerting.oncall.Escalation;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import java.sql.SQLException;
import java.util.Optional;

/** How far escalations have come, as rows. Stateless. */
final class EscalationRows {
    private static final String FIND =
            "select policy, level, round, next_at, receivers from escalation where tenant = ? and group_id = ?";
    private static final String WRITE =
            """
            insert into escalation (tenant, group_id, policy, level, round, next_at, receivers) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, group_id) do update set policy = excluded.policy, level = excluded.level,
                round = excluded.round, next_at = excluded.next_at, receivers = excluded.receivers""";

    private EscalationRows() {}

    static Optional<Escalation> find(Database database, Group group) {
        return database.first(FIND, EscalationRows::escalation, group.tenant(), group.id());
    }

    static void write(Database database, Group group, Optional<Escalation> escalation) {
        if (escalation.isEmpty()) {
            database.change("delete from escalation where tenant = ? and group_id = ?", group.tenant(), group.id());
            return;
        }
        Escalation one = escalation.get();
        database.change(
                WRITE,
                group.tenant(),
                group.id(),
                one.policy(),
                one.level(),
                one.round(),
                one.nextAt(),
                one.receivers().toArray(String[]::new));
    }

    private static Escalation escalation(Row row) throws SQLException {
        return new Escalation(
                row.text("policy"),
                row.integer("level"),
                row.integer("round"),
                row.instant("next_at"),
                row.texts("receivers"));
    }
}
