package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.reading.Reading;
import java.util.concurrent.CompletionStage;

/** Records of one partition as one poll returned them, in their order. Records are read when they are asked for. */
public interface Delivery {
    /** The position that was read from: everything from here on is in this delivery or after it. */
    long fromPosition();

    /** The position after it. Holes in the log may lie before it. */
    long nextPosition();

    /** How many records there are. */
    int size();

    /** The offset of a record. */
    long offset(int index);

    /** When the record was written, wall-clock milliseconds. */
    long timestampMillis(int index);

    /** The header {@code traceparent} of a record; null where it has none. */
    byte[] traceparent(int index);

    /** Reads and checks a record. */
    Reading read(int index);

    /** Sends a record to the dead letters; done when they hold it for good. */
    CompletionStage<?> refuse(int index, Reading.Fault fault);
}
