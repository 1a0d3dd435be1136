package io.deskpulse.metrics.partition;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kafka did not answer, or holds less than was counted. */
final class LogUnavailableException extends RuntimeException {
    LogUnavailableException(String message) {
        super(message);
    }

    /** Kafka's answer; thrown where there is none within so many milliseconds. */
    static <T> T await(CompletionStage<T> stage, long millis) {
        try {
            return stage.toCompletableFuture().get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnavailableException("Kafka: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new LogUnavailableException("Kafka gave no answer within " + millis + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while waiting for Kafka");
        }
    }
}
