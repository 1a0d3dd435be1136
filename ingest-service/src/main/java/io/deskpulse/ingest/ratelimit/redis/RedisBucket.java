package io.deskpulse.ingest.ratelimit.redis;

import io.deskpulse.ingest.ratelimit.Allowance;
import io.deskpulse.ingest.ratelimit.Bucket;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;

/** Token buckets in Redis: one script, one key, Redis' own clock. */
@ApplicationScoped
class RedisBucket implements Bucket {
    /** The clock of Redis, since those of the instances differ. An idle bucket expires once it would be full. */
    private static final String SCRIPT =
            """
            local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
            local needed, wanted = tonumber(ARGV[3]), tonumber(ARGV[4])
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens = tonumber(bucket[1]) or burst
            local at = tonumber(bucket[2]) or now
            tokens = math.min(burst, tokens + math.max(0, now - at) * rate / 1000)
            local granted, wait = 0, 0
            local enough = math.min(needed, burst)
            if tokens >= enough then
              granted = math.max(needed, math.min(wanted, math.floor(tokens)))
              tokens = tokens - granted
            else
              wait = math.ceil((enough - tokens) * 1000 / rate)
            end
            redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
            redis.call('PEXPIRE', KEYS[1], math.ceil((burst - tokens) * 1000 / rate) + 1000)
            return {granted, math.max(0, math.floor(tokens)), wait}
            """;

    private final ReactiveRedisDataSource redis;

    RedisBucket(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Grant> take(String tenant, Allowance allowance, long needed, long wanted) {
        return redis.execute(
                        "EVAL",
                        SCRIPT,
                        "1",
                        "ingest:bucket:{" + tenant + "}",
                        Long.toString(allowance.eventsPerSecond()),
                        Long.toString(allowance.burst()),
                        Long.toString(needed),
                        Long.toString(wanted))
                .map(RedisBucket::grant);
    }

    private static Grant grant(Response answer) {
        return new Grant(
                answer.get(0).toLong(), answer.get(1).toLong(), answer.get(2).toLong());
    }
}
