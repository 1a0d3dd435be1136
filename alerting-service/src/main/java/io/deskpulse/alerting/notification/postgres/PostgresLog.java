package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.alerting.notification.NotificationLog;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notification log in Postgres. */
@Singleton
class PostgresLog implements NotificationLog {
    private static final String LIST = "select " + LogRows.COLUMNS
            + """

            from notification_log where tenant = ? and (?::uuid is null or id < ?)
             and (?::text is null or alerts @> array[?]) and (?::text is null or receiver = ?)
             and (?::text is null or outcome = ?) order by id desc limit ?""";

    private final Database database;

    PostgresLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> list(String tenant, Selection selection, Optional<UUID> before, int most) {
        UUID last = before.orElse(null);
        String alert = selection.alert().orElse(null);
        String receiver = selection.receiver().orElse(null);
        String outcome = selection.outcome().map(Entry.Outcome::name).orElse(null);
        return database.list(
                LIST, LogRows::entry, tenant, last, last, alert, alert, receiver, receiver, outcome, outcome, most);
    }

    @Override
    public int forget(Instant before) {
        return database.change("delete from notification_log where at < ?", before);
    }
}
