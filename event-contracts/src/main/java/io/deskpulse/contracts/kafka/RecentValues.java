package io.deskpulse.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.reading.Attribute;
import java.util.Arrays;

/**
 * The last value of each attribute: consecutive records mostly differ in few. Thread-safe; of threads that read at once
 * one wins, which costs the other a string.
 */
final class RecentValues {
    private final Recent[] recent = new Recent[Attribute.values().length];

    /** Immutable, so that a thread sees all of it or nothing. */
    private record Recent(byte[] bytes, String text) {}

    /** The text of a header's value. */
    String text(Attribute attribute, byte[] value) {
        Recent last = recent[attribute.ordinal()];
        if (last != null && Arrays.equals(last.bytes, value)) {
            return last.text;
        }
        String text = new String(value, UTF_8);
        if (isRepeated(attribute)) {
            recent[attribute.ordinal()] = new Recent(value, text);
        }
        return text;
    }

    private static boolean isRepeated(Attribute attribute) {
        return switch (attribute) {
            case SPECVERSION, SOURCE, TYPE, DATACONTENTTYPE, DATASCHEMA, TENANT -> true;
            case ID, SUBJECT, TIME -> false;
        };
    }
}
