package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.localstack.replay.EventFile.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Sends the events of a file in the file's order. One request is under way at a time: that, and not speed, is what makes the order of arrival that of the file,
 * whatever is sent again.
 */
public final class Replay {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REJECTIONS_KEPT = 20;

    private final EventFile file;
    private final FileSummary summary;
    private final ReplayTarget target;
    private final ReplayProgress progress;
    private final Clock clock;

    private final List<Rejection> rejections = new ArrayList<>();
    private int accepted;
    private int rejected;
    private Instant lastAnswer;

    public Replay(EventFile file, FileSummary summary, ReplayTarget target, ReplayProgress progress, Clock clock) {
        this.file = file;
        this.summary = summary;
        this.target = target;
        this.progress = progress;
        this.clock = clock;
    }

    /** An event that the service did not take, and why. */
    public record Rejection(int line, String problem) {}

    /**
     * What came of it.
     *
     * @param rejections the first of them; {@code rejected} is their number
     * @param lastAnswer when the service answered the last request: all of it is counted once the counters have passed this moment
     */
    public record Outcome(int accepted, int rejected, List<Rejection> rejections, Instant lastAnswer) {}

    /** Sends everything; with {@code declareClock}, at the end also that all up to the greatest event time has been sent. */
    public Outcome send(OptionalDouble speed, boolean declareClock) {
        var client = new IngestClient(target.ingest(), target.ingestToken(), PATIENCE, progress::waiting);
        var pace = new Pace(speed, summary.first(), clock);
        var batches = new Batches(lines -> post(client, lines));
        lastAnswer = clock.instant();
        file.forEach(line -> {
            waitFor(line, pace, batches);
            batches.add(line);
        });
        batches.flush();
        if (declareClock) {
            declareClock(client);
        }
        return new Outcome(accepted, rejected, List.copyOf(rejections), lastAnswer);
    }

    private static void waitFor(Line line, Pace pace, Batches batches) {
        var wait = line.time().map(pace::until).orElse(Duration.ZERO);
        if (wait.isZero()) {
            return;
        }
        // what was due before goes out before we wait
        batches.flush();
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }

    private void post(IngestClient client, List<Line> lines) {
        var results = client.post(lines.stream().map(Line::text).toList());
        lastAnswer = clock.instant();
        for (var index = 0; index < results.size(); index++) {
            count(lines.get(index).number(), results.get(index));
        }
        progress.sent(accepted + rejected, rejected);
    }

    private void count(int line, JsonNode result) {
        if (result.path("status").asText().equals("accepted")) {
            accepted++;
            return;
        }
        rejected++;
        if (rejections.size() < REJECTIONS_KEPT) {
            rejections.add(new Rejection(line, Problems.told(result.path("problem"))));
        }
    }

    private void declareClock(IngestClient client) {
        var event = new ObjectMapper()
                .createObjectNode()
                .put("specversion", "1.0")
                // from the content: replayed again it is the same event
                .put("id", "clock-" + summary.fingerprint().substring(0, 32))
                .put("source", "/deskpulse/replay")
                .put("type", "clock.advanced")
                .put("subject", target.tenant())
                .put("time", summary.last().toString());
        var result = client.post(List.of(event.toString())).get(0);
        lastAnswer = clock.instant();
        if (!result.path("status").asText().equals("accepted")) {
            throw new ReplayFailed(
                    "The ingest-service rejects clock.advanced: " + Problems.told(result.path("problem")));
        }
    }
}
