package io.deskpulse.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.metrics.cell.Keys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Saving to and loading from a real Redis and Postgres, of partitions that no owner counts. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HistoryTest {
    private static final AtomicInteger PARTITIONS = new AtomicInteger(900);

    @Inject
    PartitionSave save;

    @Inject
    PartitionLoad load;

    @Inject
    Archive archive;

    @Inject
    Pool postgres;

    @Inject
    RedisDataSource redis;

    private final Keys keys = Keys.of(PARTITIONS.getAndIncrement(), 1);

    @Test
    void aPartitionThatRedisLostComesBackAsItWasSaved() {
        // Given a partition with two blocks, a clock and a cell to be sent, saved at position 500
        head("a:10", 500);
        block("b:shop:h:82000:channel:messages_bot", 10, Map.of("chat", "x", "email", "yy"));
        block("b:shop:h:82000:total:visitors", 10, Map.of("\u001f0", "z"));
        redis.hash(String.class).hset(keys.clock(), "shop", "123");
        redis.sortedSet(String.class).zadd(keys.dirty(), 10, "shop:h:492000:total:");
        var saved = save();
        Map<String, Object> before = contents();

        // When Redis loses all of it, and it is loaded
        forget();
        var loaded = load();

        // Then
        assertThat(saved).isEqualTo(new PartitionSave.Outcome.Saved(new Standing("a", 10, 500, 77), 2));
        assertThat(loaded).isEqualTo(new PartitionLoad.Outcome.Loaded(500, 2));
        assertThat(contents()).isEqualTo(before);
        assertThat(redis.hash(String.class).hgetall(keys.head()))
                .containsEntry("position", "500")
                .containsEntry("watermark", "77");
    }

    @Test
    void aPartitionThatWasNeverSavedIsAFirstRun() {
        assertThat(load()).isEqualTo(new PartitionLoad.Outcome.NothingSaved());
    }

    @Test
    void whatIsSavedIsNoLongerMarkedAndWhatChangesLaterIs() {
        // Given
        head("a:10", 500);
        block("b:shop:h:82000:total:messages_bot", 10, Map.of("", "x"));
        save();

        // When nothing changes, and then one more block does
        var unchanged = save();
        head("a:12", 600);
        block("b:shop:h:82001:total:messages_bot", 12, Map.of("", "y"));
        var changed = save();

        // Then
        assertThat(unchanged).isEqualTo(new PartitionSave.Outcome.Unchanged());
        assertThat(changed).isEqualTo(new PartitionSave.Outcome.Saved(new Standing("a", 12, 600, 77), 1));
        assertThat(redis.sortedSet(String.class).zcard(keys.unsaved())).isZero();
    }

    @Test
    void whatRedisForgotWhenItFellBackIsPutRight() {
        // Given a save at position 500, and one at 600 that put a second block into Postgres and changed the first
        head("a:10", 500);
        block("b:shop:h:82000:total:messages_bot", 10, Map.of("", "x"));
        save();
        Map<String, Object> earlier = contents();
        head("a:12", 600);
        block("b:shop:h:82000:total:messages_bot", 12, Map.of("", "z"));
        block("b:shop:h:82001:total:messages_bot", 12, Map.of("", "y"));
        save();

        // When Redis falls back to the first, another owner claims, and history takes another course
        redis.key().del(key("b:shop:h:82001:total:messages_bot"));
        redis.hash(String.class).hset(key("b:shop:h:82000:total:messages_bot"), "", "x");
        redis.value(String.class).set(key("saved"), "10:500");
        head("b:99", 550);
        save();
        forget();
        load();

        // Then nothing of the forgotten second save is left
        assertThat(contents()).isEqualTo(earlier);
        assertThat(redis.hash(String.class).hget(keys.head(), "position")).isEqualTo("550");
    }

    @Test
    void whatPostgresLostIsSavedAgain() {
        // Given a save, after which Postgres lost everything
        head("a:10", 500);
        block("b:shop:h:82000:total:messages_bot", 10, Map.of("", "x"));
        save();
        for (String table : List.of("partition_save", "partition_book", "cell_series")) {
            postgres.query("delete from " + table + " where partition = " + keys.partition())
                    .execute()
                    .await()
                    .indefinitely();
        }

        // When one more block changes and is saved
        head("a:12", 600);
        block("b:shop:h:82001:total:messages_bot", 12, Map.of("", "y"));
        save();
        Map<String, Object> before = contents();

        // Then both can be loaded
        forget();
        load();
        assertThat(contents()).isEqualTo(before).hasSize(2);
    }

    @Test
    void whoWasFrozenCannotOverwriteWhatItsSuccessorSaved() {
        // Given a successor's save at revision 20
        head("b:20", 700);
        block("b:shop:h:82000:total:messages_bot", 20, Map.of("", "new"));
        save();

        // When a process wakes that has read Redis at revision 10
        head("a:10", 500);
        block("b:shop:h:82000:total:messages_bot", 10, Map.of("", "old"));
        var late = save();

        // Then
        assertThat(late).isEqualTo(new PartitionSave.Outcome.Superseded());
        assertThat(archive.standing(keys.partition(), 1).await().indefinitely())
                .hasValueSatisfying(standing -> assertThat(standing.position()).isEqualTo(700));
    }

    @Test
    void manyKeysAreSavedInPagesAndLoadedInPortions() {
        // Given more keys than a page, each with a revision of its own
        for (int i = 0; i < 1_300; i++) {
            block("b:shop:h:" + i + ":total:messages_bot", 10 + i, Map.of("", "v" + i));
        }
        head("a:2000", 500);

        // When
        var saved = (PartitionSave.Outcome.Saved) save();
        forget();
        load();

        // Then
        assertThat(saved.keys()).isEqualTo(1_300);
        assertThat(contents()).hasSize(1_300).containsEntry("b:shop:h:1299:total:messages_bot", Map.of("", "v1299"));
    }

    @Test
    void whatExpiredIsForgotten() {
        // Given a block that Redis keeps for a minute more
        head("a:10", 500);
        block("b:shop:h:82000:total:messages_bot", 10, Map.of("", "x"));
        redis.key().expire(key("b:shop:h:82000:total:messages_bot"), 60);
        save();

        // When the rows that have expired in two hours are removed
        archive.forgetExpired(System.currentTimeMillis() + 7_200_000).await().indefinitely();
        forget();
        load();

        // Then
        assertThat(contents()).isEmpty();
    }

    private PartitionSave.Outcome save() {
        return save.save(keys, 1).await().indefinitely();
    }

    private PartitionLoad.Outcome load() {
        return load.load(keys, 1).await().indefinitely();
    }

    private void head(String fence, long position) {
        redis.hash(String.class)
                .hset(keys.head(), Map.of("fence", fence, "position", "" + position, "watermark", "77"));
    }

    private void block(String name, long revision, Map<String, String> fields) {
        redis.hash(String.class).hset(key(name), fields);
        unsaved(name, revision);
    }

    private void unsaved(String name, long revision) {
        redis.sortedSet(String.class).zadd(keys.unsaved(), revision, key(name));
    }

    private String key(String name) {
        return keys.prefix() + name;
    }

    /** Loses everything of this partition, as a Redis does that lost its disk. */
    private void forget() {
        redis.key().keys(keys.prefix() + "*").forEach(each -> redis.key().del(each));
    }

    /** All blocks, clocks and cells to be sent, by name. */
    private Map<String, Object> contents() {
        Map<String, Object> contents = new TreeMap<>();
        for (String key : redis.key().keys(keys.prefix() + "*")) {
            String name = key.substring(keys.prefix().length());
            if (name.startsWith("b:") || name.equals("clock")) {
                contents.put(name, redis.hash(String.class).hgetall(key));
            } else if (name.equals("dirty")) {
                contents.put(name, redis.sortedSet(String.class).zrangeWithScores(key, 0, -1));
            }
        }
        return contents;
    }
}
