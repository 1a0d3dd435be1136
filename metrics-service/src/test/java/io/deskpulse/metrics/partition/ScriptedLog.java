package io.deskpulse.metrics.partition;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.reading.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A log of one partition in memory, read when the test says so. */
final class ScriptedLog {
    static final Reading.Fault FAULT = new Reading.Fault("urn:deskpulse:problem:test", "/data", "Broken on purpose.");

    final List<Long> deadLetters = new ArrayList<>();
    long committed = -1;
    boolean deadLettersAreAway;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, String> traces = new HashMap<>();

    /** A record: an event, or null for one that cannot be read. */
    record Entry(Event event, long timestampMillis) {}

    void append(List<Event> events, long timestampMillis) {
        events.forEach(event -> entries.add(new Entry(event, timestampMillis)));
    }

    /** The record at this offset has a trace. */
    void trace(long offset, String traceparent) {
        traces.put(offset, traceparent);
    }

    void appendPoison(long timestampMillis) {
        entries.add(new Entry(null, timestampMillis));
    }

    int size() {
        return entries.size();
    }

    /** One reader of this log: an owner, and how far it has been given records. */
    final class Reader implements PartitionLog {
        PartitionOwner owner;
        private long position = -1;

        /** Hands over the next records; false where there are none, or none are wanted. */
        boolean deliver(int atMost) {
            if (position < 0 || position >= entries.size()) {
                return false;
            }
            long from = position;
            position = Math.min(entries.size(), from + atMost);
            owner.deliver(new Part(from, position));
            return true;
        }

        @Override
        public CompletionStage<Span> span(int partition) {
            return CompletableFuture.completedFuture(new Span(0, entries.size()));
        }

        @Override
        public void readFrom(int partition, long from) {
            position = from;
            owner.deliveriesBegin(from);
        }

        @Override
        public void pause(int partition) {
            position = -1;
        }

        @Override
        public void counted(int partition, long to) {
            committed = to;
        }
    }

    private final class Part implements Delivery {
        private final long from;
        private final long next;

        private Part(long from, long next) {
            this.from = from;
            this.next = next;
        }

        @Override
        public long fromPosition() {
            return from;
        }

        @Override
        public long nextPosition() {
            return next;
        }

        @Override
        public int size() {
            return (int) (next - from);
        }

        @Override
        public long offset(int index) {
            return from + index;
        }

        @Override
        public long timestampMillis(int index) {
            return entries.get((int) offset(index)).timestampMillis();
        }

        @Override
        public byte[] traceparent(int index) {
            String trace = traces.get(offset(index));
            return trace == null ? null : trace.getBytes(US_ASCII);
        }

        @Override
        public Reading read(int index) {
            Event event = entries.get((int) offset(index)).event();
            return event == null ? FAULT : new Reading.Read(event, 0, 0);
        }

        @Override
        public CompletionStage<?> refuse(int index, Reading.Fault fault) {
            if (deadLettersAreAway) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            deadLetters.add(offset(index));
            return CompletableFuture.completedFuture(null);
        }
    }
}
