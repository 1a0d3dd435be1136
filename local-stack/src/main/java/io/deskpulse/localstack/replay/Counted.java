package io.deskpulse.localstack.replay;

import io.deskpulse.localstack.replay.MetricsClient.Range;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Waits until the counters have passed the moment of a replay's last answer. */
public final class Counted {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final MetricsClient metrics;
    private final ReplayProgress progress;
    private final Clock clock;
    private final Duration limit;

    /** @param limit how long the counters may stand still, or the service be away */
    public Counted(MetricsClient metrics, ReplayProgress progress, Clock clock, Duration limit) {
        this.metrics = metrics;
        this.progress = progress;
        this.clock = clock;
        this.limit = limit;
    }

    /** Returns when all that was answered before {@code lastAnswer} is counted; throws {@link ReplayFailed} when it does not come to that. */
    public void await(Range range, Instant lastAnswer) {
        var furthest = Instant.EPOCH;
        var moved = clock.instant();
        var trouble = "the counters do not advance";
        while (true) {
            try {
                var until = metrics.countedUntil(range);
                if (until.isAfter(lastAnswer)) {
                    return;
                }
                if (until.isAfter(furthest)) {
                    furthest = until;
                    moved = clock.instant();
                }
                trouble = "the counters stand at " + until + " and do not advance";
                progress.counting(Duration.between(until, lastAnswer).toMillis());
            } catch (IOException e) {
                trouble = e.getMessage();
                progress.waiting(trouble);
            }
            if (Duration.between(moved, clock.instant()).compareTo(limit) > 0) {
                throw new ReplayFailed(
                        "All events are sent, but not all are counted after %d s: %s. See ./run status and .deskpulse/logs/metrics-service.log"
                                .formatted(limit.toSeconds(), trouble));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }
}
