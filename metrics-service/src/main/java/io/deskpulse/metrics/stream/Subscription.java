package io.deskpulse.metrics.stream;

import io.deskpulse.metrics.query.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What someone listens to: totals over the time that has just passed.
 *
 * @param metrics ids, in the order they are sent
 * @param by dimensions to split by, or null
 * @param where allowed values by dimension, or null
 * @param zone by whose calendar times are written, or null
 * @param window how much time a total covers; whole minutes
 * @param every how often numbers are looked at; a second or more
 */
public record Subscription(
        List<String> metrics,
        List<String> by,
        Map<String, List<String>> where,
        String zone,
        Duration window,
        Duration every) {

    /** Checks what a listener may ask for. */
    public Subscription {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("every: need 1s to 1h");
        }
        if (window.compareTo(Duration.ofMinutes(1)) < 0 || window.compareTo(Duration.ofHours(48)) > 0) {
            throw new IllegalArgumentException("window: need 1m to 48h");
        }
        if (metrics.isEmpty() || metrics.size() > 20) {
            throw new IllegalArgumentException("metrics: need 1 to 20 ids");
        }
        metrics = List.copyOf(metrics);
    }

    /** The question about one of the metrics at a moment; the minute that is going on is part of it. */
    Asked asked(String metric, Instant now) {
        Instant to = now.plusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
        return new Asked(metric, to.minus(window).toString(), to.toString(), "total", by, where, zone, null, null);
    }
}
