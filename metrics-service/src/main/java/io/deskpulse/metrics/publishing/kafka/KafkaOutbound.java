package io.deskpulse.metrics.publishing.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.publishing.Outbound;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;

/** The way out through Kafka. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Journey.class,
            Journey.Status.class,
            Measurement.class,
            Measurement.Amounts.class,
            Measurement.Granularity.class
        })
class KafkaOutbound implements Outbound {
    private final Producer<byte[], byte[]> producer;

    KafkaOutbound(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public CompletionStage<Void> send(String topic, String key, byte[] value, String traceparent) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
        if (traceparent != null) {
            record.headers().add(Tracing.HEADER, traceparent.getBytes(US_ASCII));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    @Override
    public Consumer<byte[]> toAll(String topic) {
        List<PartitionInfo> partitions = producer.partitionsFor(topic);
        return value ->
                partitions.forEach(each -> producer.send(new ProducerRecord<>(topic, each.partition(), null, value)));
    }
}
