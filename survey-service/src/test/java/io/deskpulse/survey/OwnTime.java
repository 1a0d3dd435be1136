package io.deskpulse.survey;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A service that spares people for a week, and does nothing of itself: it reads no journeys, carries no plans out and sends no events, so that tests can do so at
 * a time of their own. Kafka refuses events of the future, and they would keep all others waiting: tests {@link #forgetTheFuture}.
 */
public final class OwnTime implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "deskpulse.survey.trigger.enabled", "false",
                "deskpulse.survey.outbox.relay", "false",
                "deskpulse.survey.rules.again", "P7D");
    }

    /** Deletes all events that wait. */
    public static void forgetTheFuture(DataSource postgres) {
        try (var connection = postgres.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from outbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
