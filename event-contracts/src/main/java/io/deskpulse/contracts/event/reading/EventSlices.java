package io.deskpulse.contracts.event.reading;

import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.util.Arrays;

/**
 * Where the events of a request body stand, found without parsing them: a fault inside one event stays a fault of that
 * event. Immutable.
 */
public final class EventSlices {
    private static final Fault NO_ARRAY = Faults.malformed("Send one JSON array of events.");

    private final int[] bounds;
    private final int size;
    private final boolean inArray;
    private final Fault fault;

    private EventSlices(int[] bounds, int size, boolean inArray, Fault fault) {
        this.bounds = bounds;
        this.size = size;
        this.inArray = inArray;
        this.fault = fault;
    }

    /** The elements of a JSON array; at most one more than {@code max} of them. */
    public static EventSlices ofBatch(byte[] body, int max) {
        return new BatchScan(body, max).slices();
    }

    /** The lines that are not blank; at most one more than {@code max} of them. */
    public static EventSlices ofLines(byte[] body, int max) {
        Collector found = new Collector();
        int start = 0;
        while (start < body.length && found.size <= max) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            found.addTrimmed(body, start, end);
            start = end + 1;
        }
        return found.slices(false);
    }

    /** The whole body as one event. */
    public static EventSlices ofOne(byte[] body) {
        return new EventSlices(new int[] {0, body.length}, 1, false, null);
    }

    /** How many events there are. */
    public int size() {
        return size;
    }

    /** Where the event at {@code index} starts. */
    public int offset(int index) {
        return bounds[2 * index];
    }

    /** How many bytes it has. */
    public int length(int index) {
        return bounds[2 * index + 1] - bounds[2 * index];
    }

    /** Whether they are the elements of one JSON array. */
    boolean inArray() {
        return inArray;
    }

    /** Why the body as a whole cannot be taken apart, or null. */
    public Fault fault() {
        return fault;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static final class Collector {
        private int[] bounds = new int[64];
        private int size;

        /** Adds what is between, without the white space around it; nothing if that is all. */
        boolean addTrimmed(byte[] body, int from, int to) {
            int start = from;
            int end = to;
            while (start < end && blank(body[start])) {
                start++;
            }
            while (end > start && blank(body[end - 1])) {
                end--;
            }
            if (start == end) {
                return false;
            }
            if (2 * size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[2 * size] = start;
            bounds[2 * size + 1] = end;
            size++;
            return true;
        }

        EventSlices slices(boolean inArray) {
            return new EventSlices(bounds, size, inArray, null);
        }
    }

    /** Finds the commas of the outermost array by counting brackets outside strings. */
    private static final class BatchScan {
        private final byte[] body;
        private final int max;
        private final Collector found = new Collector();
        private int at;

        BatchScan(byte[] body, int max) {
            this.body = body;
            this.max = max;
        }

        EventSlices slices() {
            skipBlank();
            if (at == body.length || body[at] != '[') {
                return malformed();
            }
            int start = ++at;
            while (at < body.length) {
                skipElement();
                if (at == body.length) {
                    return malformed();
                }
                if (body[at] == '}') {
                    return malformed();
                }
                boolean end = body[at] == ']';
                boolean something = found.addTrimmed(body, start, at);
                if (!something && !(end && found.size == 0)) {
                    return malformed();
                }
                start = ++at;
                if (end) {
                    skipBlank();
                    return at == body.length ? found.slices(true) : malformed();
                }
                if (found.size > max) {
                    return found.slices(true);
                }
            }
            return malformed();
        }

        /** Moves to the comma or bracket that ends the element. Every byte comes by here, so the place is a local. */
        private void skipElement() {
            int depth = 0;
            int i = at;
            while (i < body.length) {
                byte b = body[i];
                if (b == '"') {
                    i = endOfString(i);
                } else if (b == '{' || b == '[') {
                    depth++;
                } else if (depth == 0 && (b == ',' || b == '}' || b == ']')) {
                    at = i;
                    return;
                } else if (b == '}' || b == ']') {
                    depth--;
                }
                i++;
            }
            at = body.length;
        }

        /** Where the string that starts at {@code quote} has its closing quote; the end or beyond where it has none. */
        private int endOfString(int quote) {
            int i = quote + 1;
            while (i < body.length && body[i] != '"') {
                i += body[i] == '\\' ? 2 : 1;
            }
            return i;
        }

        private void skipBlank() {
            while (at < body.length && blank(body[at])) {
                at++;
            }
        }

        private static EventSlices malformed() {
            return new EventSlices(new int[0], 0, true, NO_ARRAY);
        }
    }
}
