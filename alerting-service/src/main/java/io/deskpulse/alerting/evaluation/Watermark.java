package io.deskpulse.alerting.evaluation;

import io.deskpulse.contracts.measurement.CountedUntil;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far counting has come over all partitions of {@code interactions}: the least of what each has told, in the newest generation. Mutable, not thread-safe. */
final class Watermark {
    private static final long UNKNOWN = Long.MIN_VALUE;

    private int generation = -1;
    private long[] until = new long[0];

    void note(CountedUntil counted) {
        boolean other = counted.generation() > generation
                || counted.generation() == generation && counted.partitions() != until.length;
        if (other) {
            generation = counted.generation();
            until = new long[counted.partitions()];
            Arrays.fill(until, UNKNOWN);
        }
        if (counted.generation() == generation && counted.partition() < until.length) {
            until[counted.partition()] = Math.max(until[counted.partition()], counted.countedUntil());
        }
    }

    /** Empty until every partition has told. */
    Optional<Instant> time() {
        long least = Arrays.stream(until).min().orElse(UNKNOWN);
        return least == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(least));
    }
}
