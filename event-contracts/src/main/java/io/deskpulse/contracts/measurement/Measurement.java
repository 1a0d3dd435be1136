package io.deskpulse.contracts.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The full contents of one changed cell, as the {@code measurements} topic says it. Readers keep, for each cell, the
 * one with the greatest revision; a question over all partitions adds the cells of each. Immutable.
 *
 * @param tenant whose
 * @param partition of {@code interactions}, whose events it counts
 * @param generation of the counters; readers follow one at a time
 * @param granularity the length of the bucket
 * @param bucketStart milliseconds since 1970-01-01T00:00:00Z, a multiple of the bucket's length
 * @param dimensions what the cell is cut by, value by dimension id: empty for the total, one, or all
 * @param measures what is counted, by measure id
 * @param revision grows with each write of the partition, never goes back
 */
public record Measurement(
        String tenant,
        int partition,
        int generation,
        Granularity granularity,
        long bucketStart,
        Map<String, String> dimensions,
        Map<String, Amounts> measures,
        long revision) {

    public Measurement {
        dimensions = Map.copyOf(dimensions);
        measures = Map.copyOf(measures);
    }

    /** The length of a bucket. */
    public enum Granularity {
        @JsonProperty("minute")
        MINUTE,
        @JsonProperty("hour")
        HOUR,
        @JsonProperty("day")
        DAY
    }

    /**
     * What is kept of one measure; the parts that its shape has, the others null.
     *
     * @param count number of things
     * @param sum of a quantity, in the measure's unit
     * @param squares sum of its squares, in the measure's unit
     * @param bins sketch: number of values by bucket index, as text because JSON names are
     * @param money millionths of the currency's unit, by ISO 4217 currency
     * @param distinct how many different ones, an estimate; adds over partitions, not over buckets
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amounts(
            Long count, Long sum, Long squares, Map<Integer, Long> bins, Map<String, Long> money, Long distinct) {

        /** A number of things. */
        public static Amounts ofCount(long count) {
            return new Amounts(count, null, null, null, null, null);
        }

        /** A quantity, with its sketch or without ({@code bins} null). */
        public static Amounts ofQuantity(long count, long sum, long squares, Map<Integer, Long> bins) {
            return new Amounts(count, sum, squares, bins, null, null);
        }

        /** Sums of money by currency. */
        public static Amounts ofMoney(Map<String, Long> money) {
            return new Amounts(null, null, null, null, money, null);
        }

        /** An estimate of how many different ones. */
        public static Amounts ofDistinct(long distinct) {
            return new Amounts(null, null, null, null, null, distinct);
        }
    }
}
