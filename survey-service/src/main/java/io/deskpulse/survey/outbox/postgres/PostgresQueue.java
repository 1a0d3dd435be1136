package io.deskpulse.survey.outbox.postgres;

import io.agroal.api.AgroalDataSource;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Queue;
import io.deskpulse.survey.outbox.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The waiting messages in Postgres. One turn is one transaction: it holds the lock of all relays, reads the oldest messages,
 * has them sent, deletes them. The lock ends with the transaction, so whoever has lost the one can no longer delete either. Plain
 * JDBC, since a turn waits for Kafka and should keep nobody else waiting.
 */
@ApplicationScoped
class PostgresQueue implements Queue {
    /** Any number that nothing else in this database locks. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(7305470162)";
    /** A relay that hangs must not keep the lock for ever. */
    private static final String LET_GO = "set local idle_in_transaction_session_timeout = '60s'";

    /** Nobody waits for the disk: should a crash bring deleted messages back, they are sent again under the same ids. */
    private static final String NO_SYNC = "set local synchronous_commit = off";

    private static final String OLDEST =
            "select id, tenant, event_id, type, subject, occurred_at, key, data, trace from outbox order by id limit ? for update";
    private static final String DELETE = "delete from outbox where id = any (?)";
    private static final String COUNT = "select count(*) from outbox";

    private final AgroalDataSource dataSource;

    PostgresQueue(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public int send(int most, Sink sink) throws Sink.Failed, QueueUnavailable {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = turn(connection, most, sink);
                connection.commit();
                return sent;
            } finally {
                // Undoes nothing after a commit.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public long waiting() throws QueueUnavailable {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(COUNT)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static int turn(Connection connection, int most, Sink sink) throws SQLException, Sink.Failed {
        if (!locked(connection)) {
            return 0;
        }
        List<Long> ids = new ArrayList<>();
        List<Message> messages = oldest(connection, most, ids);
        if (!messages.isEmpty()) {
            sink.take(messages);
            delete(connection, ids);
        }
        return messages.size();
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LET_GO);
            statement.execute(NO_SYNC);
            try (ResultSet answer = statement.executeQuery(TRY_LOCK)) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static List<Message> oldest(Connection connection, int most, List<Long> ids) throws SQLException {
        List<Message> messages = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    messages.add(message(row));
                }
            }
        }
        return messages;
    }

    private static Message message(ResultSet row) throws SQLException {
        Timestamp occurred = row.getTimestamp(6);
        return new Message(
                row.getString(2),
                row.getString(3),
                EventType.ofWire(row.getString(4)),
                row.getString(5),
                occurred.toInstant(),
                row.getBytes(7),
                row.getBytes(8),
                row.getString(9));
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    private static QueueUnavailable unavailable(SQLException e) {
        return new QueueUnavailable("Postgres cannot be used (SQL state " + e.getSQLState() + ")", e);
    }
}
