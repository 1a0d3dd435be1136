package io.deskpulse.metrics.counting.redis;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.CountingConfig;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStores;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;

/** Partitions in Redis. */
@ApplicationScoped
class RedisPartitionStores implements PartitionStores {
    private final Redis redis;
    private final CountingConfig config;

    RedisPartitionStores(Redis redis, CountingConfig config) {
        this.redis = redis;
        this.config = config;
    }

    @Override
    public PartitionStore of(Keys keys) {
        return new RedisPartitionStore(
                new RedisCalls(redis, config.storeTimeout()), keys, config.stateRetention(), config.history());
    }
}
