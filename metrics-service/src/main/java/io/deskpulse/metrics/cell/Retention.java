package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Duration;

/** For how long the buckets of a granularity are kept (docs/decisions/0002). */
public final class Retention {
    private static final long MINUTES = Duration.ofHours(48).toMillis();
    private static final long HOURS = Duration.ofDays(40).toMillis();
    private static final long DAYS = Duration.ofDays(800).toMillis();

    private Retention() {}

    /** Milliseconds that a bucket stays readable after its end. */
    public static long millis(Granularity granularity, Measure measure) {
        return switch (granularity) {
            // Concurrency at an hour's end is what opened and left before it, minute by minute.
            case MINUTE -> measure == Measure.OPENED || measure == Measure.LEFT ? HOURS : MINUTES;
            case HOUR -> HOURS;
            case DAY -> DAYS;
        };
    }
}
