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
    /** The client refuses more than 2,048 on one connection; a batch of old events can touch far more blocks. */
    private static final int REQUESTS_AT_ONCE = 1_000;

    private final Redis redis;
    private final Duration timeout;

    RedisCalls(Redis redis, Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /** Waits for all answers, which are in the order of the requests. */
    List<Response> all(List<Request> requests) {
        List<Response> answers = new ArrayList<>(requests.size());
        for (List<Request> part : parts(requests, REQUESTS_AT_ONCE)) {
            answers.addAll(await(redis.batch(part)));
        }
        return answers;
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
