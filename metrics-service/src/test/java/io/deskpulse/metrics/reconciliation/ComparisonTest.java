package io.deskpulse.metrics.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.contracts.event.ClockAdvanced;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.kinds.SubjectsByKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Range DAY = Range.covering(
            Instant.parse("2026-11-20T00:00:00Z").toEpochMilli(),
            Instant.parse("2026-11-21T00:00:00Z").toEpochMilli());

    private final Recount recount = new Recount(new SubjectsByKind(IdleTimes.DEFAULT), DAY);

    @Test
    void countersThatSayTheSameDoNotDiffer() {
        // Given
        conversation();

        // When
        Comparison comparison = Comparison.of(3, DAY, recount, stored(recount.cells()));

        // Then
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.cells()).isGreaterThan(10);
    }

    @Test
    void aNumberThatIsOffByOneIsShownWithBothSides() {
        // Given counters that saw one customer's message twice
        conversation();
        Map<Cell, Tally> cells = recount.cells();
        Cell total = new Cell(
                Split.TOTAL, "", Measure.MESSAGES_CUSTOMER, DAY.granularity().bucketOf(NOON.toEpochMilli()));
        cells.get(total).count++;

        // When
        Comparison comparison = Comparison.of(3, DAY, recount, stored(cells));

        // Then
        assertThat(comparison.differences())
                .containsExactly(new Difference(
                        3,
                        "messages_customer",
                        "total",
                        "",
                        NOON,
                        new Difference.Parts(1, 0, 0, null),
                        new Difference.Parts(2, 0, 0, null)));
    }

    @Test
    void aCellThatIsMissingIsADifferenceAndAnEmptyOneIsNot() {
        // Given
        conversation();
        Map<Cell, Tally> cells = recount.cells();
        cells.keySet().removeIf(cell -> cell.measure() == Measure.CONVERSATIONS_STARTED);
        cells.put(new Cell(Split.TOTAL, "", Measure.GOALS, DAY.firstBucket()), new Tally());

        // When
        Comparison comparison = Comparison.of(3, DAY, recount, stored(cells));

        // Then
        assertThat(comparison.differences()).hasSize(Split.ALL.size() - 1).allMatch(each -> each.measure()
                .equals("conversations_started"));
    }

    @Test
    void valuesBeyondTheLimitAreComparedAsOne() {
        // Given counters that put the channel under other values
        conversation();
        Map<Cell, Tally> cells = new HashMap<>();
        recount.cells()
                .forEach((cell, tally) -> cells.put(
                        cell.split().id().equals("channel")
                                ? new Cell(cell.split(), "~other", cell.measure(), cell.bucket())
                                : cell,
                        tally));

        // When
        Comparison comparison = Comparison.of(3, DAY, recount, stored(cells));

        // Then
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void whatIsDeclaredOverIsClosedInTheRecountToo() {
        // Given a silent conversation
        conversation();

        // When its tenant declares that all of the next hour has been sent
        apply(EventType.CLOCK_ADVANCED, new ClockAdvanced(), "shop", 3_600);

        // Then
        assertThat(recount.cells().keySet()).anyMatch(cell -> cell.measure() == Measure.CONVERSATIONS_CLOSED);
    }

    @Test
    void anEventSeenTwiceIsADuplicate() {
        // Given
        conversation();

        // When
        conversation();

        // Then
        assertThat(recount.events()).isEqualTo(4);
        assertThat(recount.duplicates()).isEqualTo(2);
    }

    private void conversation() {
        apply("conversation.started", "{\"channel\":\"chat\"}", 0);
        apply("conversation.message", "{\"from\":\"customer\",\"text\":\"hello\"}", 5);
    }

    private void apply(String type, String data, int seconds) {
        String json = "{\"specversion\":\"1.0\",\"id\":\"" + type + "\",\"source\":\"/t\",\"type\":\"" + type
                + "\",\"subject\":\"c1\",\"time\":\"" + NOON.plusSeconds(seconds) + "\",\"data\":" + data + "}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Reading reading = EventReader.forLog().readStructured(bytes, 0, bytes.length, "shop", arrival());
        recount.apply(((Reading.Read) reading).event(), arrival());
    }

    private void apply(EventType type, EventData data, String subject, int seconds) {
        recount.apply(
                new Event(
                        "shop",
                        "/t",
                        "clock",
                        type,
                        subject,
                        NOON.plusSeconds(seconds).toEpochMilli(),
                        data),
                arrival());
    }

    private static long arrival() {
        return NOON.plusSeconds(10).toEpochMilli();
    }

    private static Counters stored(Map<Cell, Tally> cells) {
        return new Counters(10, NOON.toEpochMilli(), 0, cells);
    }
}
