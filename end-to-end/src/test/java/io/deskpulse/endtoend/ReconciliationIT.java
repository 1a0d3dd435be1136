package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.RedisConsole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An operator can prove that the counters are right, and is told what is wrong where they are not. */
class ReconciliationIT {
    private final Deployment deployment = Deployment.get();

    @Test
    void recountFromKafkaAgreesWithEveryCounter() {
        Dataset unruly = Dataset.unruly(40);
        Replay replay = new Replay("recounted").play(unruly.events()).play(unruly.events());

        JsonNode report = reconcileWhenSaved(replay, unruly);

        assertThat(report.get("agrees").asBoolean()).as("%s", report).isTrue();
        assertThat(report.get("covered").asBoolean()).isTrue();
        assertThat(report.get("events").asLong())
                .isGreaterThanOrEqualTo(2L * unruly.events().size());
        assertThat(report.get("duplicates").asLong())
                .isGreaterThanOrEqualTo(unruly.events().size());
        for (String store : new String[] {"redis", "postgres"}) {
            assertThat(report.at("/" + store + "/cells").asLong()).as(store).isGreaterThan(1_000);
            assertThat(report.at("/" + store + "/differing").asLong()).as(store).isZero();
        }
    }

    @Test
    void counterThatSomebodyTamperedWithIsNamed() {
        Dataset unruly = Dataset.unruly(41);
        Replay replay = new Replay("tampered").play(unruly.events());
        // or what is tampered with would be saved
        reconcileWhenSaved(replay, unruly);
        RedisConsole redis = new RedisConsole(deployment);
        String counter =
                redis.keys("*:b:tampered:d:*:channel:conversations_closed").get(0);

        redis.delete(counter);
        JsonNode report = replay.reconcile(unruly.days());

        assertThat(report.get("agrees").asBoolean()).as("%s", report).isFalse();
        assertThat(report.at("/postgres/differing").asLong()).isZero();
        assertThat(report.at("/redis/differing").asLong()).isPositive();
        assertThat(report.at("/redis/differences")).isNotEmpty().allSatisfy(difference -> {
            assertThat(counter).startsWith("{" + difference.get("partition").asInt() + "}");
            assertThat(difference.get("measure").asText()).isEqualTo("conversations_closed");
            assertThat(difference.get("split").asText()).isEqualTo("channel");
            assertThat(difference.get("value").asText()).isNotBlank();
            assertThat(difference.at("/recounted/count").asLong()).isPositive();
            assertThat(difference.at("/stored/count").asLong()).isZero();
        });
    }

    /** Postgres follows within seconds, and is compared when it has. */
    private static JsonNode reconcileWhenSaved(Replay replay, Dataset dataset) {
        return await("Postgres to follow")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> replay.reconcile(dataset.days()), ReconciliationIT::comparesPostgresWhole);
    }

    private static boolean comparesPostgresWhole(JsonNode report) {
        return report.at("/postgres/cells").asLong()
                == report.at("/redis/cells").asLong();
    }
}
