package io.deskpulse.metrics.partition.kafka;

import io.deskpulse.contracts.deadletter.DeadLetter;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaDeadLetters;
import io.deskpulse.metrics.partition.MetricsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/** The topic for records that cannot be counted. A record may come there twice; its origin tells. Thread-safe. */
@ApplicationScoped
class DeadLetterTopic {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final MeterRegistry meters;

    DeadLetterTopic(Producer<byte[], byte[]> producer, MetricsConfig config, MeterRegistry meters) {
        this.producer = producer;
        this.topic = config.deadLetters();
        this.meters = meters;
    }

    /** Puts a record there; done when all replicas hold it. */
    CompletionStage<Void> put(ConsumerRecord<byte[], byte[]> record, Reading.Fault fault) {
        meters.counter("deskpulse.metrics.dead.letters", "problem", fault.problem())
                .increment();
        DeadLetter letter = new DeadLetter(
                record.topic(), record.partition(), record.offset(), fault.problem(), fault.pointer(), fault.detail());
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(KafkaDeadLetters.record(topic, record, letter), (metadata, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }
}
