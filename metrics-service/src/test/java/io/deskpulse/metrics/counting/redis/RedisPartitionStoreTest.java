package io.deskpulse.metrics.counting.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Changes;
import io.deskpulse.metrics.counting.Changes.Operation;
import io.deskpulse.metrics.counting.Claim;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStore.Scored;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisPartitionStoreTest {
    private static final long FAR = 4_000_000_000_000L;

    private final RedisForTests redis = RedisForTests.shared();
    private final Keys keys = RedisForTests.freshKeys();
    private final PartitionStore store = redis.store(keys);
    private final String state = keys.subject("shop", 'c', "1");

    @Test
    void aPartitionWithoutAHeadIsNotClaimed() {
        assertThat(store.claim()).isEmpty();
        assertThat(redis.send(Command.EXISTS, keys.head()).toInteger()).isZero();
    }

    @Test
    void aClaimFindsWhatTheLastWriteLeft() {
        // Given
        Claim first = store.claimFrom(7);
        Changes changes = new Changes(first.fence().next(), 42, 1_000);
        changes.add(operation(Changes.Command.HSET, keys.clock(), "shop", "5"));
        assertThat(store.write(first.fence(), changes)).isTrue();

        // When
        Claim second = store.claim().orElseThrow();

        // Then
        assertThat(first.position()).isEqualTo(7);
        assertThat(second.position()).isEqualTo(42);
        assertThat(second.watermark()).isEqualTo(1_000);
        assertThat(second.clocks()).isEqualTo(Map.of("shop", "5"));
        assertThat(second.fence().revision()).isGreaterThan(changes.fence().revision());
        assertThat(second.fence().token()).isNotEqualTo(first.fence().token());
    }

    @Test
    void everythingOfAWriteIsStored() {
        // Given
        Claim claim = store.claimFrom(0);
        Changes changes = new Changes(claim.fence().next(), 1, 1);
        byte[] binary = {0, -1, 13, 10, 7};
        changes.putState(state.getBytes(UTF_8), binary);
        changes.add(new Operation(
                Changes.Command.HSET,
                (keys.prefix() + "b:x").getBytes(UTF_8),
                true,
                FAR,
                List.of("web".getBytes(UTF_8), binary)));
        changes.add(operation(Changes.Command.ZADD, keys.wallTimers(), "5", "a", "3", "b", "4", "c"));
        changes.add(operation(Changes.Command.ZREM, keys.wallTimers(), "a"));

        // When
        assertThat(store.write(claim.fence(), changes)).isTrue();

        // Then
        long revision = changes.fence().revision();
        assertThat(store.values(List.of(state.getBytes(UTF_8), "none".getBytes(UTF_8))))
                .containsExactly(binary, null);
        assertThat(store.hashes(List.of(keys.prefix() + "b:x")).get(0)).containsEntry("web", binary);
        assertThat(store.first(List.of(keys.wallTimers()), 5).get(0))
                .containsExactly(new Scored("b", 3), new Scored("c", 4));
        assertThat(store.withScore(keys.unsaved(), revision)).hasSize(2);
        assertThat(redis.send(Command.PTTL, state).toLong()).isPositive();
        assertThat(redis.send(Command.PTTL, keys.prefix() + "b:x").toLong()).isPositive();
    }

    @Test
    void anOwnerThatWasReplacedWritesNothing() {
        // Given
        Claim old = store.claimFrom(0);
        Claim now = store.claim().orElseThrow();
        Changes late = new Changes(old.fence().next(), 99, 99);
        late.putState(state.getBytes(UTF_8), new byte[] {1});
        late.add(operation(Changes.Command.ZADD, keys.dirty(), "1", "x"));

        // When
        boolean written = store.write(old.fence(), late);

        // Then
        assertThat(written).isFalse();
        assertThat(store.values(List.of(state.getBytes(UTF_8)))).containsExactly((byte[]) null);
        assertThat(redis.send(Command.EXISTS, keys.dirty()).toInteger()).isZero();
        assertThat(store.write(now.fence(), new Changes(now.fence().next(), 1, 1)))
                .isTrue();
    }

    @Test
    void anOwnerIsFencedWhenTheStoreWentBackInTime() {
        // Given a head that was written twice, of which the second is lost
        Claim claim = store.claimFrom(0);
        Changes first = new Changes(claim.fence().next(), 1, 1);
        store.write(claim.fence(), first);
        Changes second = new Changes(first.fence().next(), 2, 2);
        store.write(first.fence(), second);
        redis.send(Command.HSET, keys.head(), "fence", first.fence().text(), "position", "1");

        // When
        boolean written = store.write(second.fence(), new Changes(second.fence().next(), 3, 3));

        // Then it has to go back too, and revisions go on growing
        assertThat(written).isFalse();
        Claim again = store.claim().orElseThrow();
        assertThat(again.position()).isEqualTo(1);
        assertThat(again.fence().revision()).isGreaterThan(second.fence().revision());
    }

    @Test
    void moreArgumentsThanLuaCanHoldAtOnceAreStored() {
        // Given
        Claim claim = store.claimFrom(0);
        Changes changes = new Changes(claim.fence().next(), 1, 1);
        List<byte[]> members = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(i -> {
            members.add("1".getBytes(UTF_8));
            members.add(("m" + i).getBytes(UTF_8));
            changes.putState(keys.subject("shop", 'c', "s" + i).getBytes(UTF_8), new byte[] {1});
        });
        changes.add(new Operation(
                Changes.Command.ZADD, keys.dirty().getBytes(UTF_8), false, Changes.KEEPS_EXPIRY, members));

        // When
        assertThat(store.write(claim.fence(), changes)).isTrue();

        // Then
        assertThat(redis.send(Command.ZCARD, keys.dirty()).toInteger()).isEqualTo(20_000);
        assertThat(redis.send(Command.ZCARD, keys.unsaved()).toInteger()).isEqualTo(20_000);
    }

    @Test
    void onlyUnchangedMembersAreRemoved() {
        // Given
        redis.send(Command.ZADD, keys.dirty(), "1", "old", "2", "changed");

        // When
        store.removeUnchanged(keys.dirty(), List.of(new Scored("old", 1), new Scored("changed", 1)));

        // Then
        assertThat(store.first(List.of(keys.dirty()), 5).get(0)).containsExactly(new Scored("changed", 2));
    }

    private static Operation operation(Changes.Command command, String key, String... arguments) {
        List<byte[]> bytes = new ArrayList<>();
        for (String argument : arguments) {
            bytes.add(argument.getBytes(UTF_8));
        }
        return new Operation(command, key.getBytes(UTF_8), false, Changes.KEEPS_EXPIRY, bytes);
    }
}
