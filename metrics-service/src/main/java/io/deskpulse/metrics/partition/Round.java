package io.deskpulse.metrics.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was applied since the last write, and what has to be waited for before the next. Used by one thread. */
final class Round {
    private final List<CompletionStage<?>> refusals = new ArrayList<>();
    private long[] timestamps = new long[64];
    private long[] lateness = new long[64];
    private int events;
    private int records;
    private int counted;
    private int duplicates;
    private int skipped;
    private int poison;
    private long position;
    private long lastTimestampMillis = Long.MIN_VALUE;
    private boolean closing;

    /**
     * @param position where the last write ended
     */
    Round(long position) {
        this.position = position;
    }

    /** A batch was read; its events are applied next. */
    void add(Batch batch) {
        records += batch.records();
        poison += batch.poison();
        refusals.addAll(batch.refusals());
        closing |= batch.declares();
        if (batch.position() >= 0) {
            position = batch.position();
        }
        lastTimestampMillis = Math.max(lastTimestampMillis, batch.lastTimestampMillis());
    }

    void counted(Batch.Item item) {
        counted++;
        note(item);
    }

    void duplicate(Batch.Item item) {
        duplicates++;
        note(item);
    }

    void skipped(Batch.Item item) {
        skipped++;
        note(item);
    }

    private void note(Batch.Item item) {
        if (events == timestamps.length) {
            timestamps = Arrays.copyOf(timestamps, events * 2);
            lateness = Arrays.copyOf(lateness, events * 2);
        }
        timestamps[events] = item.timestampMillis();
        lateness[events] = Math.max(0, item.timestampMillis() - item.event().timeMillis());
        events++;
    }

    /** Whether there is anything to write. */
    boolean isEmpty() {
        return records == 0;
    }

    /** Whether it has to be written before more is applied: a clock was declared, and what it closes comes first. */
    boolean isClosing() {
        return closing;
    }

    /** Done when the dead letters hold what was refused. */
    List<CompletionStage<?>> refusals() {
        return refusals;
    }

    /** The next offset to read. */
    long position() {
        return position;
    }

    /** The timestamp of the last record, or {@link Long#MIN_VALUE}. */
    long lastTimestampMillis() {
        return lastTimestampMillis;
    }

    int records() {
        return records;
    }

    int counted() {
        return counted;
    }

    int duplicates() {
        return duplicates;
    }

    int skipped() {
        return skipped;
    }

    int poison() {
        return poison;
    }

    /** How many events were applied. */
    int events() {
        return events;
    }

    /** The timestamp of an event's record. */
    long timestampMillis(int event) {
        return timestamps[event];
    }

    /** By how much an event's record was later than the event. */
    long latenessMillis(int event) {
        return lateness[event];
    }
}
