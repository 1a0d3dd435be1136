package io.deskpulse.contracts.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says how far counting has come: all that Kafka had taken of one partition of {@code interactions} before a moment is counted, and the minutes
 * that this changed stand before this record in the {@code measurements} topic. Sent to each partition of that topic, without a key. What is counted later
 * arrived later, whatever its own time is. Immutable.
 *
 * @param countedUntil milliseconds since 1970-01-01T00:00:00Z, by the wall clock; never goes back within a generation
 * @param partition of {@code interactions}
 * @param partitions how many partitions {@code interactions} has: all of them have a moment of their own
 * @param generation of the counters
 */
public record CountedUntil(long countedUntil, int partition, int partitions, int generation) {
    private static final String START = "{\"countedUntil\":";
    private static final Pattern FORM = Pattern.compile(
            "\\{\"countedUntil\":(\\d{1,18}),\"partition\":(\\d{1,9}),\"partitions\":(\\d{1,9}),\"generation\":(\\d{1,9})}");

    /** As it stands in Kafka. */
    public byte[] bytes() {
        return (START + countedUntil + ",\"partition\":" + partition + ",\"partitions\":" + partitions
                        + ",\"generation\":" + generation + "}")
                .getBytes(UTF_8);
    }

    /** What a record of {@code measurements} says; empty where it is a {@link Measurement}, or neither. */
    public static Optional<CountedUntil> in(byte[] value) {
        if (value == null || value.length < START.length() || value[2] != 'c' || value[START.length() - 2] != '"') {
            return Optional.empty();
        }
        Matcher found = FORM.matcher(new String(value, UTF_8));
        return found.matches()
                ? Optional.of(new CountedUntil(
                        Long.parseLong(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4))))
                : Optional.empty();
    }
}
