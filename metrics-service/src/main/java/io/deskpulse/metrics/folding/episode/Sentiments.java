package io.deskpulse.metrics.folding.episode;

import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/** The first and the last sentiment of a customer, in millionths. Mutable, used by one thread. */
final class Sentiments {
    private static final double BAD = -0.25;
    private static final double MILLION = 1e6;

    private static final int NONE = 0;
    private static final int ONE = 1;
    private static final int MORE = 2;
    private static final int LAST_BAD = 4;

    private int known;
    private boolean lastBad;
    private long first;
    private long last;

    /** Takes in the sentiment of one message; null where it carries none. */
    void add(Double sentiment) {
        if (sentiment == null) {
            return;
        }
        last = micros(sentiment);
        lastBad = bad(sentiment);
        if (known == NONE) {
            first = last;
            known = ONE;
        } else {
            known = MORE;
        }
    }

    /** Whether the last known one is bad. */
    boolean lastBad() {
        return lastBad;
    }

    /** Whether there are two or more, so that {@link #shift} means something. */
    boolean comparable() {
        return known == MORE;
    }

    /** Last minus first. */
    long shift() {
        return last - first;
    }

    /** Below -0.25. */
    static boolean bad(double sentiment) {
        return sentiment < BAD;
    }

    static long micros(double sentiment) {
        return Math.round(sentiment * MILLION);
    }

    void write(StateWriter writer) {
        writer.writeByte(known | (lastBad ? LAST_BAD : 0));
        if (known != NONE) {
            writer.writeSigned(first);
            writer.writeSigned(last);
        }
    }

    static Sentiments read(StateReader reader) {
        Sentiments read = new Sentiments();
        int flags = reader.readByte();
        read.known = flags & (ONE | MORE);
        read.lastBad = (flags & LAST_BAD) != 0;
        if (read.known != NONE) {
            read.first = reader.readSigned();
            read.last = reader.readSigned();
        }
        return read;
    }
}
