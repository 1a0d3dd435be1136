package io.deskpulse.ingest;

import static io.deskpulse.ingest.Interactions.value;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.node.EmbeddedKafka;
import io.deskpulse.localstack.node.KafkaSettings;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.stack.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kafka goes away and comes back under a running service. */
@QuarkusTest
@TestProfile(KafkaAwayTest.OwnKafka.class)
class KafkaAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void answers503WhileKafkaIsAwayAndLosesNothingThatWasAccepted() {
        await().atMost(PATIENCE).until(() -> ready() == 200);
        Set<String> accepted = new HashSet<>();
        sendUntil("before", 200, accepted);

        OwnKafka.Resource.kafka.stop();
        Response refused = sendUntil("away", 503, accepted);

        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", equalTo("urn:deskpulse:problem:unavailable"));
        await().atMost(PATIENCE).until(() -> ready() == 503);
        assertThat(given().get("/q/health/ready")
                        .path("checks.find { it.name == 'kafka' }.data.reason")
                        .toString())
                .contains("Kafka");

        OwnKafka.Resource.kafka.start();
        await().atMost(PATIENCE).until(() -> ready() == 200);
        sendUntil("after", 200, accepted);

        assertThat(Interactions.of("away").stream().map(record -> value(record)).toList())
                .containsAll(accepted.stream()
                        .map(text -> "{\"from\":\"customer\",\"text\":\"" + text + "\"}")
                        .toList());
    }

    /** Sends until the status is as wanted, and notes what was accepted. */
    private static Response sendUntil(String text, int status, Set<String> accepted) {
        for (int i = 0; i < 100; i++) {
            String unique = text + " " + i;
            Response response = Requests.as("away")
                    .contentType("application/cloudevents+json")
                    .body(Events.message("c-" + i, unique).getBytes(UTF_8))
                    .post("/v1/events");
            assertThat(response.statusCode()).isIn(200, 503);
            if (response.statusCode() == 200) {
                accepted.add(unique);
            }
            if (response.statusCode() == status) {
                return response;
            }
        }
        throw new AssertionError("no answer with status " + status);
    }

    private static int ready() {
        return given().get("/q/health/ready").statusCode();
    }

    /** A Kafka that only this test uses, so that it can be stopped. */
    public static final class OwnKafka implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalStackResource.class), new TestResourceEntry(Resource.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskpulse.ingest.kafka.delivery-timeout", "3s", "deskpulse.ingest.kafka.request-timeout", "1s");
        }

        /** Starts and stops it. */
        public static final class Resource implements QuarkusTestResourceLifecycleManager {
            static EmbeddedKafka kafka;

            @Override
            public int order() {
                return 10;
            }

            @Override
            public Map<String, String> start() {
                try {
                    KafkaSettings settings =
                            new KafkaSettings(Ports.free(), Ports.free(), Files.createTempDirectory("ingest-kafka-"));
                    kafka = new EmbeddedKafka(settings);
                    kafka.start();
                    Topics.create(settings.bootstrapServers(), Topics.PARTITIONS);
                    return Map.of("kafka.bootstrap.servers", settings.bootstrapServers());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void stop() {
                kafka.stop();
            }
        }
    }
}
