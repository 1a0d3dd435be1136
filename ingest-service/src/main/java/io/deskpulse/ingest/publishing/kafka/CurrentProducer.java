package io.deskpulse.ingest.publishing.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jboss.logging.Logger;

/**
 * The producer in use. Some faults, such as a right or a password that was taken away for a while, leave an idempotent
 * producer refusing everything for good; another one takes its place then. Where none can be made at the start, since no
 * address of Kafka has a name that is known yet, there is none until {@link #renew}. Thread-safe.
 */
final class CurrentProducer {
    private static final Logger LOG = Logger.getLogger(CurrentProducer.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private volatile Producer<byte[], byte[]> current;
    private volatile Producer<byte[], byte[]> beyondHelp;

    /** @throws KafkaException where none can be made for another reason than its addresses */
    CurrentProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
        try {
            this.current = producers.get();
        } catch (KafkaException e) {
            // Whatever else keeps a producer from being made, a wrong certificate for example, no waiting mends.
            if (!(e.getCause() instanceof ConfigException)) {
                throw e;
            }
            LOG.warnf("There is no Kafka producer yet: %s", reason(e));
        }
    }

    /** What a client that could not be made says: the innermost reason, without settings. */
    static String reason(KafkaException e) {
        return e.getCause() instanceof ConfigException unknown
                ? unknown.getMessage()
                : e.getClass().getSimpleName();
    }

    /** Null while there is none. */
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
        if (old == null) {
            current = producers.get();
        } else if (old == beyondHelp) {
            current = producers.get();
            LOG.warn("The Kafka producer refused to go on; another one takes its place");
            old.close(Duration.ZERO);
        }
    }

    void close(Duration patience) {
        Producer<byte[], byte[]> last = current;
        if (last != null) {
            last.close(patience);
        }
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
