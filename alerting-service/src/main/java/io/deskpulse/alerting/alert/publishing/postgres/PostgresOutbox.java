package io.deskpulse.alerting.alert.publishing.postgres;

import io.deskpulse.alerting.alert.publishing.Message;
import io.deskpulse.alerting.alert.publishing.Topic;
import io.deskpulse.kit.outbox.Relay;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The changes that wait. One turn is one transaction: it holds the lock of all relays, reads the oldest, has them sent, deletes them. The lock ends with the
 * transaction, so whoever has lost the one can no longer delete either.
 */
@Singleton
class PostgresOutbox implements Relay.Waiting {
    /** Any number that nothing else in this database locks. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(7305470163) as mine";
    /** A relay that hangs must not keep the lock for ever. */
    private static final String LET_GO = "set local idle_in_transaction_session_timeout = '60s'";
    /** Nobody waits for the disk: should a crash bring deleted changes back, they are sent again, and readers know their revisions. */
    private static final String NO_SYNC = "set local synchronous_commit = off";

    private static final String OLDEST = "select id, key, value from alert_outbox order by id limit ?";
    private static final String DELETE = "delete from alert_outbox where id in (select unnest(?::text[])::bigint)";

    private final Database database;
    private final Topic topic;

    private record Waiting(String id, Message message) {}

    PostgresOutbox(Database database, Topic topic) {
        this.database = database;
        this.topic = topic;
    }

    @Override
    public int send(int most) {
        return database.run(() -> turn(most));
    }

    @Override
    public long count() {
        return database.first("select count(*) as waiting from alert_outbox", row -> row.number("waiting"))
                .orElseThrow();
    }

    private int turn(int most) {
        database.change(LET_GO);
        database.change(NO_SYNC);
        if (!database.first(TRY_LOCK, row -> row.flag("mine")).orElse(false)) {
            return 0;
        }
        List<Waiting> oldest = database.list(
                OLDEST, row -> new Waiting(row.text("id"), new Message(row.text("key"), row.text("value"))), most);
        if (!oldest.isEmpty()) {
            topic.write(oldest.stream().map(Waiting::message).toList());
            database.change(DELETE, (Object) oldest.stream().map(Waiting::id).toArray(String[]::new));
        }
        return oldest.size();
    }
}
