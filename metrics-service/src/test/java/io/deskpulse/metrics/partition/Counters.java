package io.deskpulse.metrics.partition;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Fields;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.Split;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import java.util.Map;

/** Reads counters straight from Redis, over all partitions and times. */
final class Counters {
    private static final int PARTITIONS = 12;

    private final RedisDataSource redis;

    Counters(RedisDataSource redis) {
        this.redis = redis;
    }

    /** All that is counted of a measure, in one split. */
    Tally of(String tenant, Measure measure, Granularity granularity, Split split) {
        Tally total = new Tally();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            String pattern = Keys.of(partition, 1).prefix() + "b:" + tenant + ":" + granularity.code() + ":*:"
                    + split.id() + ":" + Fields.part(split, measure);
            for (String key : redis.key()
                    .scan(new KeyScanArgs().match(pattern).count(10_000))
                    .toIterable()) {
                Map<String, byte[]> fields =
                        redis.hash(String.class, String.class, byte[].class).hgetall(key);
                for (byte[] packed : fields.values()) {
                    Series series = Fields.series(split, measure, granularity.slots(), packed);
                    for (int slot = 0; slot < series.slots(); slot++) {
                        series.addTo(slot, total);
                    }
                }
            }
        }
        return total;
    }

    long count(String tenant, Measure measure) {
        return of(tenant, measure, Granularity.DAY, Split.TOTAL).count;
    }
}
