package io.deskpulse.ingest.publishing.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jboss.logging.Logger;

/**
 * The producer in use. Some faults, such as a right or a password that was taken away for a while, leave an idempotent
 * producer refusing everything for good; another one takes its place then. Thread-safe.
 */
final class CurrentProducer {
    private static final Logger LOG = Logger.getLogger(CurrentProducer.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private volatile Producer<byte[], byte[]> current;
    private volatile Producer<byte[], byte[]> beyondHelp;

    CurrentProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
        this.current = producers.get();
    }

    Producer<byte[], byte[]> get() {
        return current;
    }

    /** What {@code used} was given could not be written. */
    void failed(Producer<byte[], byte[]> used, Exception fault) {
        if (fatal(fault)) {
            beyondHelp = used;
        }
    }

    /**
     * Makes another producer where the current one is beyond help. Takes a while, so not on an event loop; and for one
     * thread, now and then, so that a right that stays lost costs little.
     *
     * @throws KafkaException where none can be made now; the next call tries again
     */
    void renew() {
        Producer<byte[], byte[]> old = current;
        if (old == beyondHelp) {
            current = producers.get();
            LOG.warn("The Kafka producer refused to go on; another one takes its place");
            old.close(Duration.ZERO);
        }
    }

    void close(Duration patience) {
        current.close(patience);
    }

    private static boolean fatal(Exception fault) {
        return fault instanceof AuthenticationException
                || fault instanceof ClusterAuthorizationException
                || fault instanceof ProducerFencedException
                || fault instanceof OutOfOrderSequenceException
                || fault instanceof UnsupportedVersionException
                // Thrown by send() itself: the producer is in its error state, or closed.
                || fault.getClass() == KafkaException.class
                || fault instanceof IllegalStateException;
    }
}
