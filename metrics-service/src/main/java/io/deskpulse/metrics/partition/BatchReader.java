package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.metrics.folding.Subjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads waiting records into a batch and sends what cannot be counted to the dead letters. Used by one thread. */
final class BatchReader {
    private static final Reading.Fault UNCOUNTABLE = new Reading.Fault(
            "urn:deskpulse:problem:uncountable", "", "Counting this event failed; the service's log says how.");

    private final Subjects subjects;
    private final SampledEvents sampled;
    private final Set<Long> uncountable = new HashSet<>();

    BatchReader(Subjects subjects, SampledEvents sampled) {
        this.subjects = subjects;
        this.sampled = sampled;
    }

    /** Has the record at this offset refused when it comes again: it makes counting fail. */
    void refuse(long offset) {
        uncountable.add(offset);
    }

    /**
     * Takes records out of the intake: at most so many, and none of a tenant after it declared its clock, so that what
     * is due by then closes before.
     */
    Batch read(Intake intake, int maxRecords) {
        Batch batch = new Batch();
        Delivery delivery = intake.first();
        while (delivery != null && batch.records() < maxRecords) {
            int from = intake.firstTaken();
            int to = readFrom(delivery, from, batch, maxRecords);
            intake.took(to - from);
            if (to < delivery.size()) {
                return batch;
            }
            batch.reaches(delivery.nextPosition());
            delivery = intake.first();
        }
        return batch;
    }

    private int readFrom(Delivery delivery, int from, Batch batch, int maxRecords) {
        int index = from;
        while (index < delivery.size() && batch.records() < maxRecords) {
            Reading reading = uncountable.contains(delivery.offset(index)) ? UNCOUNTABLE : delivery.read(index);
            if (reading instanceof Reading.Fault fault) {
                batch.addPoison(delivery.refuse(index, fault));
            } else if (reading instanceof Reading.Read read) {
                if (batch.endsBefore(read.event())) {
                    return index;
                }
                sampled.read(read.event(), delivery, index);
                add(read.event(), delivery, index, batch);
            }
            long next = index + 1 < delivery.size() ? delivery.offset(index + 1) : delivery.nextPosition();
            batch.passed(delivery.timestampMillis(index), next);
            index++;
        }
        return index;
    }

    private void add(Event event, Delivery delivery, int index, Batch batch) {
        long offset = delivery.offset(index);
        long timestamp = delivery.timestampMillis(index);
        if (event.type() == EventType.CLOCK_ADVANCED) {
            batch.addDeclaring(new Batch.Item(event, null, offset, timestamp));
        } else {
            batch.add(new Batch.Item(event, subjects.keyOf(event), offset, timestamp));
        }
    }

    /** One stage for all of them. */
    static CompletableFuture<Void> all(List<CompletionStage<?>> stages) {
        List<CompletableFuture<?>> futures = new ArrayList<>();
        stages.forEach(stage -> futures.add(stage.toCompletableFuture()));
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }
}
