package io.deskpulse.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.measurement.CountedUntil;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what the metrics-service tells: changed cells, and how far counting has come. For one thread. */
public final class CellWriter implements AutoCloseable {
    private static final String TOPIC = "measurements";
    private static final int GENERATION = 1;

    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<PartitionInfo> topic;
    private final StringBuilder json = new StringBuilder(512);
    private long revision;
    private volatile Exception failed;

    /**
     * @param partitions how many the counted events are said to be in
     */
    public CellWriter(String bootstrapServers, int partitions) {
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.topic = producer.partitionsFor(TOPIC);
    }

    /**
     * A minute's cell of one value of a dimension, with what a shop's cells have beside the two counts that are judged.
     *
     * @param partition of the events that it counts
     */
    public void write(byte[] tenant, Cell cell, int partition, long minuteMillis, long closed, long resolved) {
        json.setLength(0);
        json.append("{\"tenant\":\"")
                .append(new String(tenant, UTF_8))
                .append("\",\"partition\":")
                .append(partition)
                .append(",\"generation\":")
                .append(GENERATION)
                .append(",\"granularity\":\"minute\",\"bucketStart\":")
                .append(minuteMillis)
                .append(",\"dimensions\":{\"")
                .append(cell.dimension())
                .append("\":\"")
                .append(cell.value())
                .append("\"},\"measures\":{\"messages_customer\":{\"count\":")
                .append(3 * closed)
                .append("},\"conversations_started\":{\"count\":")
                .append(closed)
                .append("},\"first_response_time\":{\"count\":")
                .append(closed)
                .append(",\"sum\":")
                .append(1_200 * closed)
                .append(",\"squares\":")
                .append(1_500_000 * closed)
                .append(",\"bins\":{\"101\":")
                .append(closed)
                .append("}},\"conversations_closed\":{\"count\":")
                .append(closed)
                .append("},\"resolved_by_bot\":{\"count\":")
                .append(resolved)
                .append("}},\"revision\":")
                .append(++revision)
                .append('}');
        send(new ProducerRecord<>(TOPIC, tenant, json.toString().getBytes(UTF_8)));
    }

    /** All events before a moment are counted, in each of their partitions. */
    public void countedUntil(long millis) {
        for (int partition = 0; partition < partitions; partition++) {
            byte[] value = new CountedUntil(millis, partition, partitions, GENERATION).bytes();
            topic.forEach(each -> send(new ProducerRecord<>(TOPIC, each.partition(), null, value)));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (where, failure) -> {
            if (failure != null) {
                failed = failure;
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        if (failed != null) {
            throw new IllegalStateException("Kafka did not take all cells", failed);
        }
    }
}
