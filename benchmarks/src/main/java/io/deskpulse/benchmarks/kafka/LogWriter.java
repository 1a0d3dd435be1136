package io.deskpulse.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.benchmarks.payload.LongHistory;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.simulator.desk.ServiceDesk;
import io.deskpulse.simulator.event.SimulatedEvent;
import io.deskpulse.simulator.event.StructuredEvents;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events straight to the topic as the ingest service would have, each with its delivery as the record's time. */
public final class LogWriter implements AutoCloseable {
    /** The topic. */
    public static final String TOPIC = "interactions";

    private final EventReader reader = EventReader.forLog();
    private final KafkaProducer<byte[], byte[]> producer;
    private final String tenant;
    private long written;
    private volatile Exception failed;

    public LogWriter(String bootstrapServers, String tenant) {
        this.tenant = tenant;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        262_144),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes what a desk tells, at most so many events. */
    public void write(ServiceDesk desk, long atMost) {
        StructuredEvents one = new StructuredEvents();
        for (long i = 0; i < atMost && desk.hasNext(); i++) {
            SimulatedEvent event = desk.next();
            one.add(event);
            write(one.take(), event.deliveredMillis());
        }
    }

    /** Writes a long history, as one that comes in late: what the log holds must be younger than its retention. */
    public void write(LongHistory history) {
        long now = System.currentTimeMillis();
        while (history.hasNext()) {
            LongHistory.Told told = history.next();
            String json = String.format(
                    "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/history\",\"type\":\"%s\",\"subject\":\"%s\","
                            + "\"time\":\"%s\",\"data\":%s}",
                    told.id(), told.type(), told.subject(), told.time(), told.data());
            write(json.getBytes(UTF_8), now);
        }
    }

    private void write(byte[] structured, long millis) {
        Reading reading = reader.readStructured(structured, 0, structured.length, tenant, millis);
        if (!(reading instanceof Reading.Read read)) {
            throw new IllegalStateException("not a valid event: " + reading);
        }
        byte[] data = Arrays.copyOfRange(structured, read.dataOffset(), read.dataOffset() + read.dataLength());
        producer.send(KafkaEvents.record(TOPIC, read.event(), data, millis), (where, failure) -> {
            if (failure != null) {
                failed = failure;
            }
        });
        written++;
    }

    /** How many events were written. */
    public long written() {
        return written;
    }

    /** Returns when Kafka holds everything. */
    @Override
    public void close() {
        producer.close();
        if (failed != null) {
            throw new IllegalStateException("Kafka did not take all events", failed);
        }
    }
}
