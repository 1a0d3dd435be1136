package io.deskpulse.metrics.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.kinds.SubjectsByKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Range DAY = Range.covering(NOON.toEpochMilli(), NOON.toEpochMilli() + 3_600_000);

    @Test
    void whatIsSavedIsComparedWhereItHasCaughtUp() {
        // Given a log without events, and saved counters that saw one
        CounterStore live = store(counters(0, Map.of()));
        CounterStore saved = store(counters(0, oneMessage()));

        // When
        PartitionResult result = check(live, saved);

        // Then
        assertThat(result.redis().differences()).isEmpty();
        assertThat(result.postgres().differences()).hasSize(1);
    }

    @Test
    void whatIsSavedIsNotComparedWhileTheSamePositionHasChangesThatAreNotSaved() {
        // Given timers that changed counters after the last save and moved no position
        CounterStore live = store(counters(3, Map.of()));
        CounterStore saved = store(counters(0, oneMessage()));

        // When
        PartitionResult result = check(live, saved);

        // Then
        assertThat(result.postgres().cells()).isZero();
        assertThat(result.postgres().differences()).isEmpty();
    }

    private static PartitionResult check(CounterStore live, CounterStore saved) {
        return new PartitionCheck(
                        live, saved, (partition, tenant) -> new EmptyLog(), new SubjectsByKind(IdleTimes.DEFAULT), NOON)
                .check(0, "shop", DAY);
    }

    private static CounterStore store(Counters counters) {
        return (partition, tenant, range) -> Optional.of(counters);
    }

    private static Counters counters(long unsaved, Map<Cell, Tally> cells) {
        return new Counters(0, NOON.toEpochMilli(), unsaved, cells);
    }

    private static Map<Cell, Tally> oneMessage() {
        Tally one = new Tally();
        one.count = 1;
        return Map.of(new Cell(Split.TOTAL, "", Measure.MESSAGES_CUSTOMER, DAY.firstBucket()), one);
    }

    private static final class EmptyLog implements EventLog.Reader {
        @Override
        public long beginning() {
            return 0;
        }

        @Override
        public void readUntil(long position, Instant deadline, EventLog.Sink sink) {
            // there is nothing
        }

        @Override
        public long firstArrivalMillis() {
            return Long.MAX_VALUE;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
