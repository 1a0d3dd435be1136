package io.deskpulse.metrics.publishing;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The way out. Thread-safe. */
public interface Outbound {
    /** Sends a record; done when all replicas hold it. */
    CompletionStage<?> send(String topic, String key, byte[] value);

    /** What is given to it goes to every partition of a topic, behind all that was sent there before. */
    Consumer<byte[]> toAll(String topic);
}
