package io.deskpulse.survey.outbox;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.localstack.node.EmbeddedKafka;
import io.deskpulse.localstack.node.KafkaSettings;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.stack.Topics;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kafka goes away and comes back under a running service. */
@QuarkusTest
@TestProfile(KafkaAwayTest.OwnKafka.class)
class KafkaAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void answersAreTakenWhileKafkaIsAwayAndArriveLater() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Answering offer = Answering.offered("away", published("away", Definitions.afterChat()), "c-1");
        await().atMost(PATIENCE)
                .until(() -> Interactions.story("away", offer.id()).size() == 1);

        OwnKafka.Resource.kafka.stop();
        offer.answer("csat", "{\"value\":1}").then().statusCode(204);
        offer.answer("csat", "{\"value\":5}").then().statusCode(204);
        offer.finish().then().statusCode(204);
        await().atMost(PATIENCE).until(() -> outbox().startsWith("events wait: Kafka"));
        given().get("/q/health/ready").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> waiting() == 3);
        given().get("/q/health/live").then().statusCode(200);

        OwnKafka.Resource.kafka.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Interactions.story("away", offer.id()).stream().distinct())
                .containsExactly("offered", "csat:1", "csat:2", "finished"));
        await().atMost(PATIENCE).until(() -> outbox().equals("events are sent"));
    }

    private static double waiting() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("deskpulse_survey_outbox_waiting "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String outbox() {
        return given().get("/q/health/ready").path("checks.find { it.name == 'outbox' }.data.state");
    }

    /** A Kafka that only this test uses, so that it can be stopped. */
    public static final class OwnKafka implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")),
                    new TestResourceEntry(Resource.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskpulse.survey.kafka.delivery-timeout", "2s", "deskpulse.survey.kafka.request-timeout", "1s");
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
                            new KafkaSettings(Ports.free(), Ports.free(), Files.createTempDirectory("survey-kafka-"));
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
