package io.deskpulse.metrics.partition;

import static io.deskpulse.metrics.partition.PlayedPartition.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.metrics.partition.PlayedPartition.Playing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What owners close as time goes on, and how far they say that counting has come. */
class OwnerClocksTest {
    private final PlayedPartition partition = new PlayedPartition();

    @Test
    void aDeclaredClockClosesWhatIsIdleBeforeTheWatermarkPassesIt() {
        // Given a conversation left open, and a clock declared an hour later
        partition.log.append(partition.desk.open("a", "web", 0), NOW - 5_000);
        partition.log.append(
                List.of(partition.desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);

        // When
        Playing playing = partition.owner(100);
        playing.owner().step();
        playing.reader().deliver(100);
        playing.owner().step();

        // Then what was declared is stored, and the watermark waits
        assertThat(partition.head("position")).isEqualTo(4);
        assertThat(partition.head("watermark")).isZero();

        // And when timers have run
        partition.run(playing);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(partition.head("watermark")).isEqualTo(NOW - 4_000);
    }

    @Test
    void timersOfAnOwnerThatDiedAreRunByTheNext() {
        // Given
        partition.log.append(partition.desk.open("a", "web", 0), NOW - 5_000);
        partition.log.append(
                List.of(partition.desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        Playing dead = partition.owner(100);
        dead.owner().step();
        dead.reader().deliver(100);
        dead.owner().step();

        // When
        partition.run(partition.owner(100));

        // Then
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
    }

    @Test
    void whatATenantSendsAfterItsClockIsCountedAfterWhatTheClockClosed() {
        // Given an event after the declaration that would have kept the episode open
        List<Event> first = partition.desk.open("a", "web", 0);
        partition.log.append(first, NOW - 5_000);
        partition.log.append(
                List.of(partition.desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        partition.log.append(
                partition
                        .desk
                        .open("a", "web", Duration.ofMinutes(20).toMillis())
                        .subList(1, 3),
                NOW - 3_000);

        // When all of it is delivered at once, and when it is delivered one by one
        partition.run(partition.owner(100));
        PlayedPartition slow = new PlayedPartition();
        slow.log.append(slow.desk.open("a", "web", 0), NOW - 5_000);
        slow.log.append(List.of(slow.desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        slow.log.append(
                slow.desk.open("a", "web", Duration.ofMinutes(20).toMillis()).subList(1, 3), NOW - 3_000);
        slow.run(slow.owner(1));

        // Then
        for (Measure measure : List.of(Measure.CONVERSATIONS_STARTED, Measure.CONVERSATIONS_CLOSED)) {
            assertThat(partition.count(measure)).isEqualTo(slow.count(measure));
        }
    }

    @Test
    void theWallClockClosesWhatIsSilent() {
        // Given
        partition.log.append(partition.desk.open("a", "web", 0), NOW);
        Playing playing = partition.owner(100);
        partition.run(playing);
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isZero();

        // When
        partition.now = NOW + Duration.ofMinutes(31).toMillis();
        partition.run(playing);

        // Then
        assertThat(partition.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
    }

    @Test
    void theWatermarkOfAnIdlePartitionFollowsTheQuestionForItsEnd() {
        // Given
        partition.log.append(partition.desk.open("a", "web", 0), NOW - 60_000);
        Playing playing = partition.owner(100);
        partition.run(playing);
        assertThat(partition.head("watermark")).isEqualTo(NOW - 60_000);

        // When the log is found to end where we are, and later to go on
        playing.owner().logEnds(3, NOW - 500);
        partition.run(playing);
        long atEnd = partition.head("watermark");
        playing.owner().logEnds(9, NOW + 5_000);
        partition.run(playing);

        // Then
        assertThat(atEnd).isEqualTo(NOW - 500);
        assertThat(partition.head("watermark")).isEqualTo(NOW - 500);
    }
}
