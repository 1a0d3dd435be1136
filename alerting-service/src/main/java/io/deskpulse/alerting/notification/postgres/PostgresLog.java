package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.alerting.notification.NotificationLog;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notification log in Postgres. */
@Singleton
class PostgresLog implements NotificationLog {
    private final Database database;

    PostgresLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> list(String tenant, Selection selection, Optional<UUID> before, int most) {
        // Only what is asked for is in the statement, so that Postgres finds the index for it.
        StringBuilder statement =
                new StringBuilder("select " + LogRows.COLUMNS + " from notification_log where tenant = ?");
        List<Object> values = new ArrayList<>(List.of(tenant));
        before.ifPresent(id -> add(statement, values, " and id < ?", id));
        selection.alert().ifPresent(alert -> add(statement, values, " and alerts @> array[?::text]", alert));
        selection.receiver().ifPresent(receiver -> add(statement, values, " and receiver = ?", receiver));
        selection.outcome().ifPresent(outcome -> add(statement, values, " and outcome = ?", outcome.name()));
        add(statement, values, " order by id desc limit ?", most);
        return database.list(statement.toString(), LogRows::entry, values.toArray());
    }

    private static void add(StringBuilder statement, List<Object> values, String condition, Object value) {
        statement.append(condition);
        values.add(value);
    }

    @Override
    public int forget(Instant before) {
        return database.change("delete from notification_log where at < ?", before);
    }
}
