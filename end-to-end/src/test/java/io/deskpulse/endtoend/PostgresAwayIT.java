package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.HttpCaller;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Postgres keeps history only: without it everything goes on, and it has all of it soon after it is back. */
class PostgresAwayIT {
    private final Deployment deployment = Deployment.get();
    private final HttpCaller health = new HttpCaller(deployment.metrics().base(), null);

    @AfterEach
    void bringPostgresBack() {
        if (deployment.stack().postgres().pid().isEmpty()) {
            deployment.stack().postgres().start();
        }
    }

    @Test
    void countingGoesOnWithoutPostgresAndHistoryCatchesUp() {
        Dataset unruly = Dataset.unruly(60);
        deployment.stack().postgres().stop();

        Replay replay = new Replay("postgres-away").play(unruly.events());

        replay.assertSumsAre(unruly);
        await("health to say why").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode history = history();
            assertThat(history.get("status").asText()).isEqualTo("UP");
            assertThat(history.at("/data/trouble").asText()).contains("Postgres");
        });

        deployment.stack().postgres().start();

        await("history to catch up").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(history().at("/data/trouble").isMissingNode()).isTrue();
            JsonNode report = replay.reconcile(unruly.days());
            assertThat(report.at("/postgres/behind").asLong(-1)).isZero();
            assertThat(report.at("/postgres/cells").asLong()).isPositive();
            assertThat(report.get("agrees").asBoolean()).as("%s", report).isTrue();
        });
    }

    private JsonNode history() {
        Answer ready = health.get("/q/health/ready");
        assertThat(ready.status()).as("%s", ready).isEqualTo(200);
        return StreamSupport.stream(ready.json().get("checks").spliterator(), false)
                .filter(check -> check.get("name").asText().equals("history"))
                .findFirst()
                .orElseThrow();
    }
}
