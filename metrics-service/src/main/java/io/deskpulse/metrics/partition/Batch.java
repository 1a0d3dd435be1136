package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.metrics.folding.SubjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Records in their order, read and sorted out. Filled by one thread, then applied. */
final class Batch {
    private final List<Item> items = new ArrayList<>();
    private final Set<SubjectKey> subjects = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private long position = -1;
    private long lastTimestampMillis = Long.MIN_VALUE;
    private final List<CompletionStage<?>> refusals = new ArrayList<>();
    private int records;

    /**
     * An event with its place.
     *
     * @param key its subject, or null where it has none
     */
    record Item(Event event, SubjectKey key, long offset, long timestampMillis) {}

    void add(Item item) {
        items.add(item);
        if (item.key() != null) {
            subjects.add(item.key());
        }
    }

    /** The tenant of the last event has declared its clock: what it sends after that belongs to the next batch. */
    void addDeclaring(Item item) {
        items.add(item);
        declared.add(item.event().tenant());
    }

    boolean endsBefore(Event event) {
        return !declared.isEmpty() && declared.contains(event.tenant());
    }

    /** A record is no event; done when the dead letters hold it. */
    void addPoison(CompletionStage<?> refusal) {
        refusals.add(refusal);
    }

    /** One more record was taken in, whatever became of it. */
    void passed(long timestampMillis, long nextPosition) {
        records++;
        lastTimestampMillis = timestampMillis;
        position = nextPosition;
    }

    /** Nothing lies between what was taken in and this position. */
    void reaches(long nextPosition) {
        position = nextPosition;
    }

    List<Item> items() {
        return items;
    }

    Set<SubjectKey> subjects() {
        return subjects;
    }

    /** The position after it; -1 where nothing was taken in. */
    long position() {
        return position;
    }

    long lastTimestampMillis() {
        return lastTimestampMillis;
    }

    int poison() {
        return refusals.size();
    }

    List<CompletionStage<?>> refusals() {
        return refusals;
    }

    /** Whether a clock was declared in it. */
    boolean declares() {
        return !declared.isEmpty();
    }

    int records() {
        return records;
    }
}
