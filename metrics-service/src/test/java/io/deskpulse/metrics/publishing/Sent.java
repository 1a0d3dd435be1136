package io.deskpulse.metrics.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what is sent; settings under which everything is sent at once. */
public final class Sent implements Outbound, PublishingConfig {
    public final List<Message> messages = new ArrayList<>();
    public boolean away;

    /** One that was sent. */
    public record Message(String topic, String key, String value, String traceparent) {}

    @Override
    public CompletionStage<?> send(String topic, String key, byte[] value, String traceparent) {
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        messages.add(new Message(topic, key, new String(value, UTF_8), traceparent));
        return CompletableFuture.completedFuture(null);
    }

    /** Without a key. */
    @Override
    public Consumer<byte[]> toAll(String topic) {
        return value -> send(topic, null, value);
    }

    public List<Message> to(String topic) {
        return messages.stream().filter(each -> each.topic().equals(topic)).toList();
    }

    @Override
    public String journeys() {
        return "journeys";
    }

    @Override
    public String measurements() {
        return "measurements";
    }

    @Override
    public Duration every() {
        return Duration.ZERO;
    }

    @Override
    public Duration everyWhileBehind() {
        return Duration.ZERO;
    }

    @Override
    public Duration coarseEvery() {
        return Duration.ZERO;
    }

    @Override
    public Duration minuteHorizon() {
        return Duration.ofHours(2);
    }

    @Override
    public int cellsAtOnce() {
        return 1_000;
    }

    @Override
    public int journeysAtOnce() {
        return 3;
    }
}
