package io.deskpulse.metrics.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One number that a store holds otherwise than the log says.
 *
 * @param partition the Kafka partition
 * @param measure what is counted, by its id
 * @param split {@code total}, or the dimension
 * @param value of the dimension; empty for the total
 * @param start of the bucket
 * @param recounted what the log says
 * @param stored what the store holds
 */
@RegisterForReflection
public record Difference(
        int partition, String measure, String split, String value, Instant start, Parts recounted, Parts stored) {

    /**
     * The parts of a number.
     *
     * @param bins how many buckets of the sketch are not empty; absent where there is none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parts(long count, long sum, long squares, Integer bins) {}
}
