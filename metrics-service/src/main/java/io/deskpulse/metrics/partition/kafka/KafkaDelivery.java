package io.deskpulse.metrics.partition.kafka;

import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.partition.Delivery;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records of one partition out of one poll. */
final class KafkaDelivery implements Delivery {
    private final long from;
    private final long next;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final KafkaEvents events;
    private final DeadLetterTopic deadLetters;

    KafkaDelivery(
            long from,
            long next,
            List<ConsumerRecord<byte[], byte[]>> records,
            KafkaEvents events,
            DeadLetterTopic deadLetters) {
        this.from = from;
        this.next = next;
        this.records = records;
        this.events = events;
        this.deadLetters = deadLetters;
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
        return records.size();
    }

    @Override
    public long offset(int index) {
        return records.get(index).offset();
    }

    @Override
    public long timestampMillis(int index) {
        return records.get(index).timestamp();
    }

    @Override
    public byte[] traceparent(int index) {
        Header header = records.get(index).headers().lastHeader(Tracing.HEADER);
        return header == null ? null : header.value();
    }

    @Override
    public Reading read(int index) {
        return events.read(records.get(index));
    }

    @Override
    public CompletionStage<?> refuse(int index, Reading.Fault fault) {
        return deadLetters.put(records.get(index), fault);
    }
}
