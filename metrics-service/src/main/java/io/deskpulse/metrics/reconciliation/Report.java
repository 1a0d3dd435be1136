package io.deskpulse.metrics.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param from start of the first bucket compared
 * @param to end of the last one
 * @param step {@code hour} or {@code day}
 * @param covered whether the log still holds all that the range was counted from
 * @param reason why it is not covered, or absent
 * @param agrees true where it is covered and neither store differs
 * @param events read again of this tenant
 * @param duplicates among them
 * @param redis the live counters
 * @param postgres the saved ones
 * @param seconds how long it took
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        Instant from,
        Instant to,
        String step,
        boolean covered,
        String reason,
        boolean agrees,
        long events,
        long duplicates,
        Store redis,
        Store postgres,
        double seconds) {
    /**
     * One store.
     *
     * @param positions what was compared of each partition: all before this offset; null where there was nothing to
     *     compare
     * @param behind how many records the live counters are ahead of it
     * @param cells numbers compared
     * @param differing how many of them differ
     * @param differences the first of them
     */
    @RegisterForReflection
    public record Store(List<Long> positions, long behind, long cells, long differing, List<Difference> differences) {}
}
