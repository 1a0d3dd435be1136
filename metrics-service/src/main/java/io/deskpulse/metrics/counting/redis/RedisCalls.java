package io.deskpulse.metrics.counting.redis;

import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Redis and waits for the answer; never on an event loop. Thread-safe. */
final class RedisCalls {
    private final Redis redis;
    private final Duration timeout;

    RedisCalls(Redis redis, Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /** Sends all requests at once and waits for all answers, which are in the same order. */
    List<Response> all(List<Request> requests) {
        return requests.isEmpty() ? List.of() : await(redis.batch(requests));
    }

    /** Runs a script; sends its source where Redis does not know it. */
    Response run(Script script, List<byte[]> keys, List<byte[]> arguments) {
        try {
            return await(redis.send(script.byDigest(keys, arguments)));
        } catch (StoreUnavailableException e) {
            if (e.getCause() != null
                    && String.valueOf(e.getCause().getMessage()).startsWith("NOSCRIPT")) {
                return await(redis.send(script.bySource(keys, arguments)));
            }
            throw e;
        }
    }

    private <T> T await(Future<T> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new StoreUnavailableException("Redis: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("Redis gave no answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for Redis", e);
        }
    }

    /** Splits into parts, so that no single command keeps Redis long. */
    static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
