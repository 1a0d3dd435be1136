package io.deskpulse.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final OptionalDouble MAX = OptionalDouble.empty();

    @TempDir
    Path folder;

    private FakeDeskpulse deskpulse;
    private final List<String> waits = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        deskpulse = new FakeDeskpulse();
    }

    @AfterEach
    void stop() {
        deskpulse.close();
    }

    @Test
    void eventsArriveInTheOrderOfTheFileAndAtMost500AtATime() throws IOException {
        var ids = IntStream.range(0, 1_201).mapToObj(number -> "e" + number).toList();

        var outcome = replay(file(ids)).send(MAX, false);

        assertThat(deskpulse.taken()).containsExactlyElementsOf(ids);
        assertThat(deskpulse.batches()).containsExactly(500, 500, 201);
        assertThat(outcome.accepted()).isEqualTo(1_201);
    }

    @Test
    void aBusyOrDyingServiceLosesAndReordersNothing() throws IOException {
        var ids = IntStream.range(0, 1_100).mapToObj(number -> "e" + number).toList();
        deskpulse.failing(429, 503, 0, 500);

        var outcome = replay(file(ids)).send(MAX, false);

        assertThat(deskpulse.taken()).containsExactlyElementsOf(ids);
        assertThat(outcome.rejected()).isZero();
        assertThat(waits).anySatisfy(reason -> assertThat(reason).contains("429 Busy: come back later"));
    }

    @Test
    void aRejectedEventIsToldWithItsLineAndFault() throws IOException {
        var outcome = replay(file(List.of("e1", "bad2", "e3"))).send(MAX, false);

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejections()).containsExactly(new Replay.Rejection(2, "Unknown type: at /type"));
    }

    @Test
    void theClockIsDeclaredAtTheEndByAnEventThatASecondReplayRepeats() throws IOException {
        var file = file(List.of("e1", "e2"));

        replay(file).send(MAX, true);
        replay(file).send(MAX, true);

        var taken = deskpulse.taken();
        assertThat(taken).hasSize(6);
        assertThat(taken.get(2)).startsWith("clock-").isEqualTo(taken.get(5));
    }

    @Test
    void whatTheServiceRefusesWholeEndsTheReplayWithItsReason() throws IOException {
        deskpulse.failing(401);
        var replay = replay(file(List.of("e1")));

        assertThatThrownBy(() -> replay.send(MAX, true))
                .isInstanceOf(ReplayFailed.class)
                .hasMessageContaining("401 Busy: come back later");
    }

    @Test
    void allIsCountedOnceTheCountersHavePassedTheLastAnswer() {
        var answer = Instant.parse("2026-11-20T10:00:00Z");
        deskpulse.counting(answer.minusSeconds(5), answer, answer.plusMillis(1));
        var behind = new ArrayList<Long>();

        counted(behind, Duration.ofSeconds(60)).await(new MetricsClient.Range(answer, answer), answer);

        assertThat(behind).containsExactly(5_000L, 0L);
    }

    @Test
    void countersThatStandStillAreReported() {
        var answer = Instant.parse("2026-11-20T10:00:00Z");
        deskpulse.counting(answer.minusSeconds(5));

        assertThatThrownBy(() -> counted(new ArrayList<>(), Duration.ZERO)
                        .await(new MetricsClient.Range(answer, answer), answer))
                .isInstanceOf(ReplayFailed.class)
                .hasMessageContaining("not all are counted")
                .hasMessageContaining("2026-11-20T09:59:55Z");
    }

    @Test
    void theReportShowsLiveMetricsWithTheirSample() throws IOException {
        var now = Instant.parse("2026-11-20T00:00:00Z");

        var report = MetricsReport.of(client(), new MetricsClient.Range(now, now));

        assertThat(report.lines()).hasSize(2);
        assertThat(report.lines().get(1)).matches("turns +7\\.2500 messages +29 / 4 +6\\.5000 to 8 +low sample");
        assertThat(report.json().path("metrics").path(0).path("metric").asText())
                .isEqualTo("turns");
    }

    private Counted counted(List<Long> behind, Duration limit) {
        return new Counted(client(), progress(behind), Clock.systemUTC(), limit);
    }

    private MetricsClient client() {
        return new MetricsClient(
                deskpulse.target().metrics(), deskpulse.target().metricsToken());
    }

    private Replay replay(EventFile file) {
        return new Replay(
                file, FileSummary.of(file), deskpulse.target(), progress(new ArrayList<>()), Clock.systemUTC());
    }

    private ReplayProgress progress(List<Long> behind) {
        return new ReplayProgress() {
            @Override
            public void sent(int events, int rejected) {}

            @Override
            public void waiting(String reason) {
                waits.add(reason);
            }

            @Override
            public void counting(long behindMillis) {
                behind.add(behindMillis);
            }
        };
    }

    private EventFile file(List<String> ids) throws IOException {
        var lines = ids.stream()
                .map(id -> "{\"id\":\"%s\",\"time\":\"2026-11-20T00:00:00Z\"}".formatted(id))
                .toList();
        return new EventFile(Files.write(folder.resolve("events.ndjson"), lines));
    }
}
