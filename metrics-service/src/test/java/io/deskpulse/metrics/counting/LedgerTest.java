package io.deskpulse.metrics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.DistinctSketch;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.VisitStarted;
import io.deskpulse.metrics.cell.Fields;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Members;
import io.deskpulse.metrics.cell.Registers;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.counting.redis.RedisForTests;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.kinds.SubjectsByKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is applied to a ledger, on a real Redis. */
class LedgerTest {
    private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final String TENANT = "shop";
    private static final int VALUES_PER_BLOCK = 3;

    private final Keys keys = RedisForTests.freshKeys();
    private final PartitionStore store = RedisForTests.shared().store(keys);
    private final Subjects subjects = new SubjectsByKind(IdleTimes.DEFAULT);
    private long ids;

    @Test
    void valuesBeyondTheLimitAreCountedTogetherAndTheTotalIsWhole() {
        // Given
        Ledger ledger = open(100);

        // When eight channels, one after the other, in two writes
        for (int i = 0; i < 8; i++) {
            apply(ledger, conversation("c" + i, "channel-" + i, NOW));
            if (i == 4) {
                write(ledger);
            }
        }
        write(ledger);

        // Then
        Map<String, Long> channels = starts(Split.ofId("channel"));
        assertThat(channels)
                .containsOnly(
                        Map.entry("channel-0", 1L),
                        Map.entry("channel-1", 1L),
                        Map.entry("channel-2", 1L),
                        Map.entry("~other", 5L));
        assertThat(starts(Split.TOTAL)).containsOnly(Map.entry("", 8L));
        assertThat(starts(Split.FULL).values().stream().mapToLong(Long::longValue))
                .as("combinations")
                .hasSize(VALUES_PER_BLOCK + 1)
                .contains(5L);
        assertThat(ledger.takeUsage().overflowed()).isPositive();
    }

    @Test
    void theNextOwnerKeepsTheValuesThatAreToldApart() {
        // Given
        Ledger first = open(100);
        for (int i = 0; i < 5; i++) {
            apply(first, conversation("c" + i, "channel-" + i, NOW));
        }
        write(first);

        // When
        Ledger next = open(100);
        apply(next, conversation("d0", "channel-0", NOW));
        apply(next, conversation("d4", "channel-4", NOW));
        apply(next, conversation("d9", "channel-9", NOW));
        write(next);

        // Then
        assertThat(starts(Split.ofId("channel"))).containsEntry("channel-0", 2L).containsEntry("~other", 4L);
    }

    @Test
    void whatIsOlderThanDaysAreKeptIsToldAndNotCounted() {
        // Given
        Ledger ledger = open(100);
        long old = NOW - Duration.ofDays(801).toMillis();

        // When
        apply(ledger, conversation("old", "web", old));
        apply(ledger, conversation("new", "web", NOW));
        write(ledger);

        // Then
        assertThat(starts(Split.TOTAL)).containsOnly(Map.entry("", 1L));
        assertThat(ledger.takeUsage().expired()).isPositive();
    }

    @Test
    void factsTooOldForMinutesAreFoundInDays() {
        // Given
        Ledger ledger = open(100);
        long weekOld = NOW - Duration.ofDays(7).toMillis();

        // When
        apply(ledger, conversation("late", "web", weekOld));
        write(ledger);

        // Then
        assertThat(stored(Granularity.DAY, weekOld, Split.TOTAL, Measure.CONVERSATIONS_STARTED))
                .hasSize(1);
        assertThat(stored(Granularity.HOUR, weekOld, Split.TOTAL, Measure.CONVERSATIONS_STARTED))
                .hasSize(1);
        assertThat(stored(Granularity.MINUTE, weekOld, Split.TOTAL, Measure.CONVERSATIONS_STARTED))
                .isEmpty();
    }

    @Test
    void visitorsAreTheSameHoweverOftenTheirSketchIsReadBack() {
        // Given an owner that forgets everything after each write
        Ledger ledger = open(0);
        Registers expected = new Registers();

        // When some come again, and owners change
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 300; i++) {
                String visitor = "visitor-" + (round * 200 + i);
                long hash = Members.hash(visitor);
                expected.add(DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash));
                apply(ledger, event(EventType.VISIT_STARTED, visitor, NOW, visit()));
            }
            write(ledger);
            ledger = round == 3 ? open(0) : ledger;
        }

        // Then
        Series visitors = new Series(Shape.DISTINCT, Granularity.DAY.slots());
        stored(Granularity.DAY, NOW, Split.TOTAL, Measure.VISITORS)
                .values()
                .forEach(packed -> SeriesCodec.decodeInto(visitors, packed));
        Tally tally = new Tally();
        visitors.addTo(Granularity.DAY.slotOf(Granularity.DAY.bucketOf(NOW)), tally);
        Map<Integer, Long> registers = new HashMap<>();
        expected.forEach((register, rank) -> registers.put(register, (long) rank));
        assertThat(tally.bins).isEqualTo(registers);
    }

    private Ledger open(int series) {
        return new Ledger(
                keys,
                store,
                subjects,
                store.claimFrom(0),
                new Bounds(
                        series / 10,
                        series,
                        VALUES_PER_BLOCK,
                        Duration.ofHours(2).toMillis(),
                        100));
    }

    private void apply(Ledger ledger, Event event) {
        SubjectKey key = subjects.keyOf(event);
        ledger.load(List.of(key));
        assertThat(ledger.apply(event, key, NOW)).isTrue();
    }

    private static void write(Ledger ledger) {
        assertThat(ledger.write(ledger.revision() + 1, NOW, NOW)).isTrue();
    }

    /** Conversations started by the value of a split, today. */
    private Map<String, Long> starts(Split split) {
        Map<String, Long> starts = new HashMap<>();
        stored(Granularity.DAY, NOW, split, Measure.CONVERSATIONS_STARTED).forEach((value, packed) -> {
            Series series = Fields.series(split, Measure.CONVERSATIONS_STARTED, Granularity.DAY.slots(), packed);
            Tally tally = new Tally();
            series.addTo(Granularity.DAY.slotOf(Granularity.DAY.bucketOf(NOW)), tally);
            starts.put(value, tally.count);
        });
        return starts;
    }

    private Map<String, byte[]> stored(Granularity granularity, long timeMillis, Split split, Measure measure) {
        long block = granularity.blockOf(granularity.bucketOf(timeMillis));
        return store.hashes(List.of(keys.block(TENANT, granularity, block, split, measure)))
                .get(0);
    }

    private Event conversation(String id, String channel, long timeMillis) {
        return event(
                EventType.CONVERSATION_STARTED,
                id,
                timeMillis,
                new ConversationStarted(
                        channel, Scene.OTHER, null, null, null, null, null, null, null, Party.CUSTOMER, false));
    }

    private static VisitStarted visit() {
        return new VisitStarted("web", null, null, null, null);
    }

    private Event event(EventType type, String subject, long timeMillis, EventData data) {
        return new Event(TENANT, "test", "e" + ids++, type, subject, timeMillis, data);
    }
}
