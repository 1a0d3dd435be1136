package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.endtoend.deployment.MetricsClient;
import io.deskpulse.endtoend.deployment.RunScript;
import io.deskpulse.endtoend.deployment.RunScript.Result;
import io.deskpulse.endtoend.reference.Range;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a person does first: start everything with one command, replay a file, look at it, stop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunScript run = RunScript.in(Path.of("target", "run-home"));
    private final int offset = freeOffset();
    private final URI metrics = URI.create("http://" + Ports.HOST + ":" + (8083 + offset));
    private Process running;

    /** Below the ports that a system gives to outgoing connections, which may take one at any time. */
    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(1_000, 13_000)
                .filter(offset -> IntStream.of(8080, 8081, 8082, 8083, 8084, 15432, 16379, 19092, 19093)
                        .allMatch(port -> Ports.available(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    @BeforeAll
    void start() {
        running = run.start("--no-demo", "--port-offset", String.valueOf(offset));
        await("readiness of everything").atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            if (!running.isAlive()) {
                throw new IllegalStateException("run has ended: " + run.printed());
            }
            Result status = run.call("status");
            assertThat(status.code()).as("%s%n%s", status.all(), run.printed()).isZero();
        });
    }

    @AfterAll
    void end() {
        running.destroy();
    }

    @Test
    void statusTellsEveryPart() {
        assertThat(run.call("status").out())
                .contains("kafka", "redis", "postgres", "ingest-service", "metrics-service", "demo-shop");
    }

    @Test
    void theDemoShopIsOpenAndItsPageLoadsTheWidget() {
        HttpCaller shop = new HttpCaller(URI.create("http://localhost:" + (8080 + offset)), "none");

        assertThat(shop.get("/").body()).contains("http://localhost:" + (8082 + offset) + "/deskpulse.js");
        assertThat(shop.get("/surveys").json().fieldNames())
                .toIterable()
                .containsExactly("csat", "nps", "ces", "service-quality");
        assertThat(run.printed()).contains("demo shop", "http://localhost:" + (8080 + offset));
    }

    @Test
    void tokenOpensWhatItsScopeSays() {
        String token = run.call("token", "--tenant", "someone", "--scope", "metrics:read", "--days", "1")
                .out()
                .strip();

        assertThat(new HttpCaller(metrics, token).get("/v1/metrics").status()).isEqualTo(200);
        assertThat(new HttpCaller(URI.create("http://" + Ports.HOST + ":" + (8081 + offset)), token)
                        .post("/v1/events", "application/x-ndjson", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void replayOfAnUnrulyDeskReportsEveryMetric(@TempDir Path folder) throws IOException {
        Dataset unruly = Dataset.unruly(40);
        Path file = folder.resolve("unruly.ndjson.gz");
        try (var out =
                new PrintStream(new GZIPOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
            unruly.events().forEach(out::println);
        }

        JsonNode report = replay(file, "unruly");

        assertReports(report, "unruly", unruly);
    }

    @Test
    void replayOfRealDialoguesAndTheirRatingsReportsEveryMetric() throws IOException {
        Dataset dialogues = Dataset.ratedDialoguesAsTheyAre();
        String ratings = Dataset.ratingsFile().toAbsolutePath().normalize().toString();

        JsonNode report = replay(Dataset.dialoguesFile(), "dialogues", "--answers", ratings);
        JsonNode again = replay(Dataset.dialoguesFile(), "dialogues", "--answers", ratings);

        assertReports(report, "dialogues", dialogues);
        assertReports(again, "dialogues", dialogues);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stopEndsEverythingWithinTenSeconds() throws InterruptedException {
        Instant begin = Instant.now();

        Result stop = run.call("stop");

        assertThat(stop.code()).as(stop.all()).isZero();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(12));
        assertThat(running.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(run.printed()).containsPattern("Stopped in \\d\\.\\d s");
        assertThat(run.call("status").code()).isNotZero();
    }

    private JsonNode replay(Path file, String tenant, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("replay", file.toAbsolutePath().normalize().toString(), "--tenant", tenant, "--json"));
        words.addAll(List.of(more));
        Result result = run.call(words.toArray(String[]::new));
        assertThat(result.code()).as(result.all()).isZero();
        return JSON.readTree(result.out());
    }

    private void assertReports(JsonNode report, String tenant, Dataset dataset) {
        Range range = new Range(
                Instant.parse(report.get("from").asText()).toEpochMilli(),
                Instant.parse(report.get("to").asText()).toEpochMilli());
        String token = run.call("token", "--tenant", tenant, "--scope", "metrics:read")
                .out()
                .strip();
        new Comparison(new MetricsClient(metrics, token), dataset.answers(), range)
                .of(report.get("metrics"))
                .assertNoDifference();
    }
}
