package io.deskpulse.metrics.publishing;

import java.util.concurrent.CompletionStage;

/** The way out. Thread-safe. */
public interface Outbound {
    /** Sends a record; done when all replicas hold it. */
    CompletionStage<?> send(String topic, String key, byte[] value);
}
