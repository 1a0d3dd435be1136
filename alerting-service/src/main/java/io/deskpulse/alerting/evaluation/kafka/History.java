package io.deskpulse.alerting.evaluation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.HistoryUnavailable;
import io.deskpulse.alerting.evaluation.MeasurementHistory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads one partition of the topic again, up to where it ends now. Calls block; thread-safe. */
@Singleton
class History implements MeasurementHistory {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MeasurementClients clients;
    private final EvaluationSettings settings;

    History(MeasurementClients clients, EvaluationSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** The partition that a tenant's measurements are in, of so many: that of its key, as Kafka's producer has it. */
    static int partitionOf(String tenant, int partitions) {
        return Utils.toPositive(Utils.murmur2(tenant.getBytes(UTF_8))) % partitions;
    }

    @Override
    public void read(String tenant, Instant from, Predicate<Item> each) {
        try {
            int partition = partitionOf(tenant, partitions());
            read(
                    partition,
                    from,
                    record -> each.test(new Item(Instant.ofEpochMilli(record.timestamp()), record.value())));
        } catch (KafkaException e) {
            throw new HistoryUnavailable(e);
        }
    }

    private int partitions() {
        try (Consumer<byte[], byte[]> reader = clients.reader()) {
            return reader.partitionsFor(settings.topic(), PATIENCE).size();
        }
    }

    /**
     * Gives every record since a moment, by Kafka's clock, to a reader, until that says false.
     *
     * @return the offset of the record that follows those that were read
     */
    long read(int partition, Instant from, Predicate<ConsumerRecord<byte[], byte[]>> each) {
        TopicPartition of = new TopicPartition(settings.topic(), partition);
        try (Consumer<byte[], byte[]> reader = clients.reader()) {
            long end = reader.endOffsets(List.of(of), PATIENCE).get(of);
            OffsetAndTimestamp first = reader.offsetsForTimes(Map.of(of, Math.max(0, from.toEpochMilli())), PATIENCE)
                    .get(of);
            if (first == null) {
                return end;
            }
            reader.assign(List.of(of));
            reader.seek(of, first.offset());
            while (reader.position(of, PATIENCE) < end) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    if (!each.test(record)) {
                        return record.offset() + 1;
                    }
                }
            }
            return reader.position(of, PATIENCE);
        }
    }
}
