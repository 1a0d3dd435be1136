package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Group;
import io.deskpulse.alerting.notification.Told;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What receivers know, as rows. Stateless. */
final class ToldRows {
    private static final String LIST =
            """
            select receiver, sent_at, firing, acknowledged, attempt, attempt_firing, attempt_ended, doubtful, failures, retry_at
            from notification_told where tenant = ? and group_id = ? order by receiver""";
    private static final String WRITE =
            """
            insert into notification_told (tenant, group_id, receiver, sent_at, firing, acknowledged, attempt, attempt_firing,
                attempt_ended, doubtful, failures, retry_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, group_id, receiver) do update set sent_at = excluded.sent_at, firing = excluded.firing,
                acknowledged = excluded.acknowledged,
                attempt = excluded.attempt, attempt_firing = excluded.attempt_firing, attempt_ended = excluded.attempt_ended,
                doubtful = excluded.doubtful, failures = excluded.failures, retry_at = excluded.retry_at""";

    private ToldRows() {}

    static List<Told> list(Database database, Group group) {
        return database.list(LIST, ToldRows::told, group.tenant(), group.id());
    }

    static void write(Database database, Group group, Told told) {
        Told.Attempt attempt = told.attempt();
        database.change(
                WRITE,
                group.tenant(),
                group.id(),
                told.receiver(),
                told.sentAt(),
                array(told.firing()),
                array(told.acknowledged()),
                attempt == null ? null : attempt.id(),
                attempt == null ? null : array(attempt.firing()),
                attempt == null ? null : array(attempt.ended()),
                attempt != null && attempt.doubtful(),
                told.failures(),
                told.retryAt());
    }

    private static Told told(Row row) throws SQLException {
        UUID attempt = row.uuid("attempt");
        return new Told(
                row.text("receiver"),
                row.instant("sent_at"),
                Set.copyOf(row.texts("firing")),
                Set.copyOf(row.texts("acknowledged")),
                attempt == null
                        ? null
                        : new Told.Attempt(
                                attempt,
                                Set.copyOf(row.texts("attempt_firing")),
                                Set.copyOf(row.texts("attempt_ended")),
                                row.flag("doubtful")),
                row.integer("failures"),
                row.instant("retry_at"));
    }

    private static String[] array(Set<String> fingerprints) {
        return fingerprints.stream().sorted().toArray(String[]::new);
    }
}
