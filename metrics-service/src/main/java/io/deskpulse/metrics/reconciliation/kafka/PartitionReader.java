package io.deskpulse.metrics.reconciliation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.metrics.reconciliation.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Reads one partition from its first record on. */
final class PartitionReader implements EventLog.Reader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String TENANT = "ce_tenant";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final byte[] tenant;
    private final KafkaEvents events = new KafkaEvents();
    private final Queue<ConsumerRecord<byte[], byte[]>> ahead = new ArrayDeque<>();
    private final long beginning;
    private long firstArrivalMillis = Long.MAX_VALUE;

    PartitionReader(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, String tenant) {
        this.consumer = consumer;
        this.partition = partition;
        this.tenant = tenant.getBytes(UTF_8);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        this.beginning = consumer.position(partition);
    }

    @Override
    public long beginning() {
        return beginning;
    }

    @Override
    public void readUntil(long position, Instant deadline, EventLog.Sink sink) {
        takeAhead(position, sink);
        while (ahead.isEmpty() && consumer.position(partition) < position) {
            if (Instant.now().isAfter(deadline)) {
                throw new EventLog.TooLongException();
            }
            consumer.poll(POLL).forEach(ahead::add);
            takeAhead(position, sink);
        }
    }

    /** The consumer reads further than it is asked to; what lies beyond the position waits for the next call. */
    private void takeAhead(long position, EventLog.Sink sink) {
        while (!ahead.isEmpty() && ahead.peek().offset() < position) {
            take(ahead.remove(), sink);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, EventLog.Sink sink) {
        firstArrivalMillis = Math.min(firstArrivalMillis, record.timestamp());
        Header owner = record.headers().lastHeader(TENANT);
        if (owner != null && Arrays.equals(owner.value(), tenant) && events.read(record) instanceof Reading.Read read) {
            sink.take(read.event(), record.timestamp());
        }
    }

    @Override
    public long firstArrivalMillis() {
        return firstArrivalMillis;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
