package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.contracts.deadletter.DeadLetter;
import io.deskpulse.contracts.kafka.KafkaDeadLetters;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Where records go that are no measurements: somebody has written past the metrics-service. Used by one thread. */
@Singleton
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String PROBLEM = "urn:deskpulse:problem:invalid-measurement";
    private static final String DETAIL = "The record is no measurement as docs/reference/measurements.md has them.";

    private final MeasurementClients clients;
    private final EvaluationSettings settings;
    private Producer<byte[], byte[]> producer;

    DeadLetters(MeasurementClients clients, EvaluationSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** Sends it on its way; whether it arrives is not waited for, since nothing was lost that could be counted. */
    void put(ConsumerRecord<byte[], byte[]> refused) {
        LOG.warnf("No measurement: %s-%d at %d", refused.topic(), refused.partition(), refused.offset());
        try {
            if (producer == null) {
                producer = clients.producer();
            }
            producer.send(KafkaDeadLetters.record(
                    settings.deadLetters(),
                    refused,
                    new DeadLetter(refused.topic(), refused.partition(), refused.offset(), PROBLEM, "", DETAIL)));
        } catch (KafkaException e) {
            LOG.warnf("Dead letters cannot be sent: %s", e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
