package io.deskpulse.ingest.publishing.kafka;

import static io.deskpulse.ingest.Interactions.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.ingest.Events;
import io.deskpulse.ingest.Interactions;
import io.deskpulse.ingest.Requests;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A producer that can write no more, on a running service and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProducerRenewalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TENANT = "renewal";

    @Inject
    KafkaProducing kafka;

    @Test
    void aProducerThatRefusesEverythingIsReplacedWithoutARestart() {
        await().atMost(PATIENCE).until(() -> send("before") == 200);

        kafka.producer().get().close();

        assertThat(send("refused")).isEqualTo(503);
        await().atMost(PATIENCE).until(() -> send("after") == 200);
        assertThat(Interactions.of(TENANT))
                .extracting(record -> value(record))
                .contains("{\"from\":\"customer\",\"text\":\"after\"}")
                .doesNotContain("{\"from\":\"customer\",\"text\":\"refused\"}");
    }

    private static int send(String text) {
        return Requests.as(TENANT)
                .contentType("application/cloudevents+json")
                .body(Events.message("c-1", text).getBytes(UTF_8))
                .post("/v1/events")
                .statusCode();
    }
}
