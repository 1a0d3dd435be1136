package io.deskpulse.metrics.partition;

import static io.deskpulse.metrics.partition.PlayedPartition.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.deskpulse.metrics.partition.PlayedPartition.Playing;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Owners count every event once, whoever of them dies and whatever is away. */
class PartitionOwnerTest {
    private final PlayedPartition partition = new PlayedPartition();

    @Test
    void everyEventIsCountedOnceHoweverBatchesAreCut() {
        // Given
        List<Event> events = partition.interleaved(40, new Random(1));
        partition.log.append(events, NOW);

        // When
        partition.run(partition.owner(7));

        // Then
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(40);
        assertThat(partition.count(Measure.MESSAGES_BOT)).isEqualTo(40);
        assertThat(partition.events("counted")).isEqualTo(events.size());
        assertThat(partition.log.committed).isEqualTo(events.size());
    }

    @Test
    void aRetryIsCountedOnce() {
        // Given
        List<Event> events = partition.desk.conversation("a", "web", 0);
        partition.log.append(events, NOW);
        partition.log.append(events, NOW);

        // When
        partition.run(partition.owner(100));

        // Then
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(partition.events("duplicate")).isEqualTo(4);
    }

    @Test
    void ownersThatDieAtAnyMomentLeaveTheSameNumbers() {
        for (int seed = 0; seed < 5; seed++) {
            // Given
            PlayedPartition fresh = new PlayedPartition();
            Random random = new Random(seed);
            fresh.log.append(fresh.interleaved(20, random), NOW);

            // When an owner dies every few steps, and another takes over
            for (int lives = 0; lives < 12; lives++) {
                Playing playing = fresh.owner(1 + random.nextInt(9));
                for (int steps = random.nextInt(5); steps > 0; steps--) {
                    playing.reader().deliver(1 + random.nextInt(12));
                    playing.owner().step();
                }
            }
            fresh.run(fresh.owner(50));

            // Then
            assertThat(fresh.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(20);
            assertThat(fresh.count(Measure.MESSAGES_CUSTOMER)).isEqualTo(20);
        }
    }

    @Test
    void anOwnerThatWakesUpAfterItWasReplacedCountsNothing() {
        // Given one that has read records but not counted them yet
        partition.log.append(partition.interleaved(10, new Random(3)), NOW);
        Playing frozen = partition.owner(100);
        frozen.owner().step();
        frozen.reader().deliver(100);

        // When another counts everything meanwhile
        partition.run(partition.owner(100));
        frozen.owner().step();

        // Then
        assertThat(frozen.owner().standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(partition.meters.counter("deskpulse.metrics.fences.lost").count())
                .isEqualTo(1);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(10);
    }

    @Test
    void aWriteThatWasDoneButNotAnsweredIsNotDoneTwice() {
        // Given
        partition.log.append(partition.interleaved(10, new Random(4)), NOW);
        PartitionStore store = partition.redis.store(partition.keys);
        int[] writes = {0};
        PartitionStore deaf = WatchedStore.of(store, () -> {
            if (writes[0]++ % 2 == 1) {
                throw new StoreUnavailableException("no answer", null);
            }
        });

        // When
        partition.run(partition.owner(5, deaf));

        // Then
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(10);
        assertThat(partition.count(Measure.MESSAGES_BOT)).isEqualTo(10);
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAndTheRestIsCounted() {
        // Given
        partition.log.append(partition.desk.conversation("a", "web", 0), NOW);
        partition.log.appendPoison(NOW);
        partition.log.append(partition.desk.conversation("b", "web", 0), NOW);

        // When
        partition.run(partition.owner(3));

        // Then
        assertThat(partition.log.deadLetters).containsExactly(4L);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(2);
        assertThat(partition.events("poison")).isEqualTo(1);
    }

    @Test
    void nothingIsCountedBeforeTheDeadLettersHoldWhatWasRefused() {
        // Given
        partition.log.append(partition.desk.conversation("a", "web", 0), NOW);
        partition.log.appendPoison(NOW);
        partition.log.deadLettersAreAway = true;

        // When
        Playing playing = partition.owner(100);
        playing.owner().step();
        playing.reader().deliver(100);
        playing.owner().step();

        // Then
        assertThat(playing.owner().standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isZero();

        // And when they are back
        partition.log.deadLettersAreAway = false;
        partition.run(playing);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(partition.log.deadLetters).containsExactly(4L);
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        // Given
        partition.log.append(partition.interleaved(5, new Random(6)), NOW);
        boolean[] away = {true};
        Playing playing = partition.owner(100, WatchedStore.of(partition.redis.store(partition.keys), () -> {
            if (away[0]) {
                throw new StoreUnavailableException("Redis: connection refused", null);
            }
        }));

        // When
        playing.owner().step();
        playing.reader().deliver(100);
        long wait = playing.owner().step();

        // Then
        assertThat(wait).isPositive();
        assertThat(playing.owner().standing()).isEqualTo(new Standing.Waiting("Redis: connection refused"));
        away[0] = false;
        partition.run(playing);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(5);
    }
}
