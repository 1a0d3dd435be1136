package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.evaluation.Cells;
import io.deskpulse.contracts.measurement.CountedUntil;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import io.deskpulse.contracts.measurement.Measurement.Granularity;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.stack.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what the metrics-service would. Its time only goes on, whichever test asks: all share the topic. */
public final class Measurements {
    private static final String TOPIC = "measurements";
    private static final long MINUTE = 60_000;
    private static final Map<String, Cells> CELLS = new HashMap<>();

    private static KafkaProducer<byte[], byte[]> producer;
    private static long until = Math.floorDiv(System.currentTimeMillis(), MINUTE) * MINUTE;

    private Measurements() {}

    private static KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            LocalStackResource.shared().addresses().bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** Something is counted in the minute that goes on. */
    public static synchronized void count(String tenant, Map<String, String> dimensions, Map<String, Amounts> counts) {
        byte[] cell = CELLS.computeIfAbsent(tenant, Cells::new).add(0, Granularity.MINUTE, until, dimensions, counts);
        send(tenant, cell);
    }

    /** A record of a tenant, whatever it is. */
    public static synchronized void send(String tenant, byte[] value) {
        producer().send(new ProducerRecord<>(TOPIC, tenant.getBytes(StandardCharsets.UTF_8), value));
        producer().flush();
    }

    /** The minute is over, and all of it is counted. */
    public static synchronized void nextMinute() {
        until += MINUTE;
        tellTime();
    }

    /** Up to when all is counted: the begin of the minute that goes on. */
    public static synchronized Instant now() {
        return Instant.ofEpochMilli(until);
    }

    /** Says again how far counting has come. */
    public static synchronized void tellTime() {
        byte[] counted = new CountedUntil(until, 0, 1, 1).bytes();
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            producer().send(new ProducerRecord<>(TOPIC, partition, null, counted));
        }
        producer().flush();
    }
}
