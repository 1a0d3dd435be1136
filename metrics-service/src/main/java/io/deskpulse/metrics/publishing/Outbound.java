package io.deskpulse.metrics.publishing;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The way out. Thread-safe. */
public interface Outbound {
    /** Sends a record; done when all replicas hold it. */
    default CompletionStage<?> send(String topic, String key, byte[] value) {
        return send(topic, key, value, null);
    }

    /**
     * The same, as part of a trace.
     *
     * @param traceparent null for none
     */
    CompletionStage<?> send(String topic, String key, byte[] value, String traceparent);

    /** What is given to it goes to every partition of a topic, behind all that was sent there before. */
    Consumer<byte[]> toAll(String topic);
}
