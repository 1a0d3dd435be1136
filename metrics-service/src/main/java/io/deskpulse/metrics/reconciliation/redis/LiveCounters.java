package io.deskpulse.metrics.reconciliation.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.reconciliation.Blocks;
import io.deskpulse.metrics.reconciliation.CounterStore;
import io.deskpulse.metrics.reconciliation.Counters;
import io.deskpulse.metrics.reconciliation.Range;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The live counters, read in one script with the head: together they are true of one position. */
@Named("redis")
@ApplicationScoped
class LiveCounters implements CounterStore {
    private static final String READ =
            """
            -- KEYS: head, unsaved keys, hashes
            local position = redis.call('HGET', KEYS[1], 'position')
            if not position then
              return {}
            end
            local hashes = {}
            for i = 3, #KEYS do
              hashes[#hashes + 1] = redis.call('HGETALL', KEYS[i])
            end
            return {position, redis.call('ZCARD', KEYS[2]), hashes}
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Redis redis;
    private final int generation;
    private final Clock clock = Clock.systemUTC();

    LiveCounters(
            Redis redis, @ConfigProperty(name = "deskpulse.metrics.generation", defaultValue = "1") int generation) {
        this.redis = redis;
        this.generation = generation;
    }

    @Override
    public Optional<Counters> read(int partition, String tenant, Range range) {
        Keys keys = Keys.of(partition, generation);
        List<BlockId> blocks = blocks(tenant, range);
        Request request = Request.cmd(Command.EVAL).arg(READ);
        request.arg(2 + blocks.size()).arg(keys.head()).arg(keys.unsaved());
        blocks.forEach(block -> request.arg(keys.block(block)));
        Response answer = redis.send(request).await().atMost(PATIENCE);
        return answer.size() == 0 ? Optional.empty() : Optional.of(counters(answer, blocks, range));
    }

    private Counters counters(Response answer, List<BlockId> blocks, Range range) {
        Blocks cells = new Blocks(range);
        int at = 0;
        for (Response hash : answer.get(2)) {
            BlockId block = blocks.get(at++);
            for (int i = 0; i < hash.size(); i += 2) {
                String value = hash.get(i).toString(UTF_8);
                cells.add(
                        block.block(),
                        block.split(),
                        block.measure(),
                        value,
                        hash.get(i + 1).toBytes());
            }
        }
        return new Counters(
                answer.get(0).toLong(), clock.millis(), answer.get(1).toLong(), cells.cells());
    }

    private static List<BlockId> blocks(String tenant, Range range) {
        List<BlockId> blocks = new ArrayList<>();
        for (long block = range.firstBlock(); block <= range.lastBlock(); block++) {
            for (Measure measure : Measure.values()) {
                for (Split split : Split.ALL) {
                    if (!split.equals(Split.FULL)) {
                        blocks.add(new BlockId(tenant, range.granularity(), block, split, measure));
                    }
                }
            }
        }
        return blocks;
    }
}
