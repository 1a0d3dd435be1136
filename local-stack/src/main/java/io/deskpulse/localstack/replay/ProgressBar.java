package io.deskpulse.localstack.replay;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Shows a replay as one changing line on a terminal, else as a line every few seconds. */
final class ProgressBar implements ReplayProgress {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(100);

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private final String things;
    private final Clock clock;
    private final Instant begun;
    private Instant shown = Instant.EPOCH;

    /** @param things what is counted, in the plural */
    ProgressBar(PrintStream out, boolean terminal, int total, String things, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.things = things;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void sent(int events, int rejected) {
        show(line(events, rejected), events == total);
    }

    @Override
    public void waiting(String reason) {
        show("waiting: " + reason, false);
    }

    @Override
    public void counting(long behindMillis) {
        // the counters of an idle service start at the beginning of time
        var behind =
                behindMillis > Duration.ofDays(1).toMillis() ? "" : " %.1f s to go".formatted(behindMillis / 1000.0);
        show("all sent, counting ..." + behind, false);
    }

    /** Leaves the line and goes on below. */
    void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    private String line(int events, int rejected) {
        var seconds = Math.max(0.001, Duration.between(begun, clock.instant()).toMillis() / 1000.0);
        var rate = events / seconds;
        var filled = (int) ((long) WIDTH * events / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d %s, %,.0f/s, %s left, %,d rejected",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                events,
                total,
                things,
                rate,
                left(rate == 0 ? 0 : (total - events) / rate),
                rejected);
    }

    private static String left(double seconds) {
        var whole = Math.round(Math.ceil(seconds));
        return "%d:%02d".formatted(whole / 60, whole % 60);
    }

    private void show(String text, boolean last) {
        var now = clock.instant();
        var pause = terminal ? BETWEEN_CHANGES : BETWEEN_LINES;
        if (!last && now.isBefore(shown.plus(pause))) {
            return;
        }
        shown = now;
        if (terminal) {
            out.print("\r\u001b[K" + text);
        } else {
            out.println(text);
        }
        out.flush();
    }
}
