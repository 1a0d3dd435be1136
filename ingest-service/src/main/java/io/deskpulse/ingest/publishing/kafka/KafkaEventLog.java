package io.deskpulse.ingest.publishing.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.PartitionKey;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.ingest.publishing.Appended;
import io.deskpulse.ingest.publishing.EventLog;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic {@code interactions}, behind one idempotent producer. */
@ApplicationScoped
class KafkaEventLog implements EventLog {
    /** What headers and bookkeeping of a record come to, roughly. */
    private static final int OVERHEAD_BYTES = 300;

    private static final Appended OVERLOADED = new Appended.Overloaded();

    private final CurrentProducer producer;
    private final String topic;
    private final InFlight inFlight;
    private final KafkaState state;
    private final Timer produceTime;
    private final Tracing tracing;

    KafkaEventLog(
            KafkaProducing kafka, KafkaSettings settings, KafkaState state, MeterRegistry meters, Tracing tracing) {
        this.tracing = tracing;
        this.producer = kafka.producer();
        this.topic = settings.topic();
        this.state = state;
        this.inFlight = new InFlight(
                settings.maxInFlightEvents(), settings.maxInFlight().asLongValue());
        this.produceTime = Timer.builder("deskpulse.ingest.kafka.produce")
                .description("From the first record of a request to the last acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("deskpulse.ingest.in.flight.events", inFlight, InFlight::events)
                .description("Events that wait for their acknowledgement")
                .register(meters);
        Gauge.builder("deskpulse.ingest.in.flight.bytes", inFlight, InFlight::bytes)
                .description("Bytes of events that wait for their acknowledgement")
                .baseUnit("bytes")
                .register(meters);
    }

    @Override
    public Uni<Appended> append(List<Entry> entries, long receivedMillis) {
        String away = state.away().orElse(null);
        if (away != null) {
            return Uni.createFrom().item(new Appended.Unavailable(away));
        }
        long bytes = sizeOf(entries);
        if (!inFlight.enter(entries.size(), bytes)) {
            return Uni.createFrom().item(OVERLOADED);
        }
        return Uni.createFrom().emitter(emitter -> send(entries, receivedMillis, bytes, emitter));
    }

    private void send(List<Entry> entries, long receivedMillis, long bytes, UniEmitter<? super Appended> emitter) {
        Producer<byte[], byte[]> used = producer.get();
        Timer.Sample started = Timer.start();
        Step step = tracing.send(tracing.current(), topic).with("messaging.batch.message_count", entries.size());
        List<ProducerRecord<byte[], byte[]>> records;
        try {
            records = recordsOf(entries, receivedMillis, used);
        } catch (RuntimeException e) {
            finished(e, used, entries.size(), bytes, started);
            ended(step, e);
            emitter.complete(new Appended.Unavailable(e.getClass().getSimpleName()));
            return;
        }
        carry(step, records);
        Appending appending = new Appending(records.size(), emitter, fault -> {
            finished(fault, used, entries.size(), bytes, started);
            ended(step, fault);
        });
        for (int i = 0; i < records.size(); i++) {
            try {
                used.send(records.get(i), appending);
            } catch (RuntimeException e) {
                // Thrown, not called back: a producer that is closed or beyond help.
                appending.unsent(records.size() - i, e);
                return;
            }
        }
    }

    private List<ProducerRecord<byte[], byte[]>> recordsOf(
            List<Entry> entries, long receivedMillis, Producer<byte[], byte[]> used) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Event event = entry.event();
            if (PartitionKey.everyPartition(event.type())) {
                byte[] key = PartitionKey.of(event);
                int partitions = used.partitionsFor(topic).size();
                for (int partition = 0; partition < partitions; partition++) {
                    records.add(KafkaEvents.record(topic, partition, event, key, entry.data(), receivedMillis));
                }
            } else {
                records.add(KafkaEvents.record(topic, event, entry.data(), receivedMillis));
            }
        }
        return records;
    }

    /** One step for all events of a request: what becomes of each of them follows from it. */
    private static void carry(Step step, List<ProducerRecord<byte[], byte[]>> records) {
        if (step.traced()) {
            byte[] header = step.traceparent().getBytes(US_ASCII);
            records.forEach(record -> record.headers().add(Tracing.HEADER, header));
        }
    }

    private static void ended(Step step, Exception fault) {
        (fault == null ? step : step.failed(fault.getClass().getName())).end();
    }

    private void finished(
            Exception fault, Producer<byte[], byte[]> used, int events, long bytes, Timer.Sample started) {
        inFlight.leave(events, bytes);
        started.stop(produceTime);
        if (fault == null) {
            state.acknowledged();
        } else {
            producer.failed(used, fault);
            state.failed("Kafka did not take events: " + fault.getClass().getSimpleName());
        }
    }

    private static long sizeOf(List<Entry> entries) {
        long bytes = 0;
        for (Entry entry : entries) {
            bytes += entry.data().length + OVERHEAD_BYTES;
        }
        return bytes;
    }
}
