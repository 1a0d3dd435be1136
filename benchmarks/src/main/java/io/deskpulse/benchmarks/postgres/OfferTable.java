package io.deskpulse.benchmarks.postgres;

import io.deskpulse.localstack.stack.StackAddresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables of offers and answers of the survey-service, written past it. */
public final class OfferTable implements AutoCloseable {
    /** Opens each of the offers. */
    public static final String TOKEN = "benchmark-offer-token-00";

    /** What is answered. */
    public static final String ANSWER = "{\"value\":4}";

    private static final String FILL =
            """
            insert into offer (id, tenant, survey, version, conversation, channel, language, token, offered_at, expires_at)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench', '%s', 1, 'c-' || n, 'web', 'en', '%s',
                   now(), now() + interval '7 days'
            from generate_series(0, %d) n""";

    private static final String INSERT =
            "insert into answer (offer, question, revision, answer, answered_at) values (?, 'csat', 1, ?::jsonb, now())";

    private final List<Connection> connections = new ArrayList<>();
    private final AtomicInteger last = new AtomicInteger();

    public OfferTable(StackAddresses addresses, int clients) throws SQLException {
        for (int i = 0; i < clients; i++) {
            connections.add(DriverManager.getConnection(addresses.jdbcUrl("survey"), "survey", "survey"));
        }
    }

    /** The id of an offer by its number. */
    public static UUID id(int number) {
        return new UUID(0x7000L, 0x8000000000000000L | number);
    }

    /** Makes so many offers of a survey. */
    public void fill(String survey, int offers) throws SQLException {
        try (Statement statement = connections.get(0).createStatement()) {
            statement.executeUpdate(FILL.formatted(survey, TOKEN, offers - 1));
            statement.execute("vacuum analyze offer");
        }
        last.set(offers);
    }

    /** How many answers there are. */
    public long answers() throws SQLException {
        try (Statement statement = connections.get(0).createStatement();
                ResultSet found = statement.executeQuery("select count(*) from answer")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Inserts answers for so long, one commit each, over all connections; returns how many a second. */
    public double insertAnswers(double seconds) throws Exception {
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(connections.size());
        try {
            List<Callable<Long>> clients = new ArrayList<>();
            connections.forEach(connection -> clients.add(() -> insert(connection, end)));
            long inserted = 0;
            for (Future<Long> client : threads.invokeAll(clients)) {
                inserted += client.get();
            }
            return inserted / ((System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private long insert(Connection connection, long end) throws SQLException {
        long inserted = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() < end) {
                insert.setObject(1, id(last.decrementAndGet()));
                insert.setString(2, ANSWER);
                inserted += insert.executeUpdate();
            }
        }
        return inserted;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
