package io.deskpulse.survey.transaction;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.localstack.node.PostgresNode;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Postgres is killed under a running service, and starts again. */
@QuarkusTest
@TestProfile(PostgresKilledTest.OwnPostgres.class)
class PostgresKilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OFFERS = 40;

    @Test
    void nothingAnsweredIsLostOrDoubled() {
        await().atMost(PATIENCE).until(() -> ready() == 200);
        String survey = published("crash", Definitions.afterChat());
        List<Answering> offers = IntStream.range(0, OFFERS)
                .mapToObj(i -> Answering.offered("crash", survey, "c-" + i))
                .toList();
        offers.subList(0, OFFERS / 2).forEach(offer -> answer(offer).then().statusCode(204));

        OwnPostgres.Resource.kill();

        Response refused = answer(offers.get(0));
        refused.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
        await().atMost(PATIENCE).until(() -> ready() == 503);
        assertThat(given().get("/q/health/ready")
                        .path("checks.find { it.name == 'postgres' }.data.reason")
                        .toString())
                .contains("Postgres");
        given().get("/q/health/live").then().statusCode(200);

        OwnPostgres.Resource.startAgain();

        // Whoever got no answer sends all of it again.
        offers.forEach(
                offer -> await().atMost(PATIENCE).until(() -> answer(offer).statusCode() == 204));
        await().atMost(PATIENCE).until(() -> ready() == 200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(offers).allSatisfy(offer -> assertThat(
                        Interactions.story("crash", offer.id()).stream().distinct())
                .containsExactly("offered", "csat:1")));
    }

    private static Response answer(Answering offer) {
        Response response = offer.answer("csat", "{\"value\":4}");
        assertThat(response.statusCode()).isIn(204, 503);
        return response;
    }

    private static int ready() {
        return given().get("/q/health/ready").statusCode();
    }

    /** A Postgres that only this test uses, so that it can be killed. */
    public static final class OwnPostgres implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")),
                    new TestResourceEntry(Resource.class));
        }

        /** Starts and kills it. */
        public static final class Resource implements QuarkusTestResourceLifecycleManager {
            private static PostgresNode postgres;

            /** The server ends at once, and its sessions with it. */
            static void kill() {
                ProcessHandle server =
                        ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow();
                List<ProcessHandle> sessions = server.children().toList();
                server.destroyForcibly();
                sessions.forEach(ProcessHandle::destroyForcibly);
                await().atMost(PATIENCE)
                        .until(() -> !server.isAlive() && sessions.stream().noneMatch(ProcessHandle::isAlive));
            }

            static void startAgain() {
                // Lets go of what this JVM still holds of the dead server.
                postgres.stop();
                postgres.start();
            }

            @Override
            public int order() {
                return 10;
            }

            @Override
            public Map<String, String> start() {
                Path folder;
                try {
                    folder = Files.createTempDirectory("survey-postgres-");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                int port = Ports.free();
                postgres = new PostgresNode(port, folder.resolve("data"), folder.resolve("postgres.log"), true);
                postgres.start();
                String url = "postgresql://" + Ports.HOST + ":" + port + "/survey";
                return Map.of("quarkus.datasource.reactive.url", url, "quarkus.datasource.jdbc.url", "jdbc:" + url);
            }

            @Override
            public void stop() {
                postgres.stop();
            }
        }
    }
}
