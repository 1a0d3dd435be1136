package io.deskpulse.kit.postgres;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Statements over JDBC, in the transaction of the thread where there is one, else each in its own. Values stand for {@code ?}: an
 * {@link Instant} for {@code timestamptz}, a {@code String[]} for {@code text[]}, a text for {@code ?::jsonb}. Whatever goes wrong is
 * {@link StoreUnavailable} where Postgres is away, else an IllegalStateException that names the SQL state and quotes no value. Calls block:
 * never to be made on an event loop. Thread-safe.
 */
@Singleton
public class Database implements Transactions {
    private final AgroalDataSource dataSource;
    private final Schema schema;

    Database(AgroalDataSource dataSource, Schema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        requireTables();
        try {
            return QuarkusTransaction.joiningExisting().call(work::get);
        } catch (QuarkusTransactionException e) {
            // What the work itself throws comes through as it is.
            throw new StoreUnavailable("a transaction could not be begun or committed", e);
        }
    }

    /** What is made of the rows, in their order. */
    public <T> List<T> list(String statement, Reader<T> reader, Object... values) {
        return on(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, values);
                    ResultSet result = prepared.executeQuery()) {
                List<T> found = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        });
    }

    /** What is made of the first row; empty where there is none. */
    public <T> Optional<T> first(String statement, Reader<T> reader, Object... values) {
        return list(statement, reader, values).stream().findFirst();
    }

    /** Makes a change; says how many rows it concerned. */
    public int change(String statement, Object... values) {
        return on(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, values)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** Makes the same change with each of these values, in one round trip; says how many rows each concerned. */
    public int[] changeAll(String statement, Collection<Object[]> all) {
        if (all.isEmpty()) {
            return new int[0];
        }
        return on(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Object[] values : all) {
                    set(connection, prepared, values);
                    prepared.addBatch();
                }
                return prepared.executeBatch();
            }
        });
    }

    private <T> T on(Work<T> work) {
        requireTables();
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private void requireTables() {
        if (!schema.migrated()) {
            throw new StoreUnavailable(schema.trouble().orElse("the tables are being made"), null);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            set(connection, prepared, values);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static void set(Connection connection, PreparedStatement prepared, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, asJdbcTakesIt(connection, values[i]));
        }
    }

    private static Object asJdbcTakesIt(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
    }

    /**
     * Connection lost, out of resources, shutting down and starting, or undone for another's sake (a deadlock): not the fault of what was
     * asked, which may succeed when it is asked again.
     */
    private static RuntimeException fault(SQLException e) {
        String state = e.getSQLState();
        boolean away = state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57");
        // The driver's messages quote rows.
        return away
                ? new StoreUnavailable("Postgres does not answer", e)
                : new IllegalStateException("a statement failed with SQL state " + state);
    }
}
