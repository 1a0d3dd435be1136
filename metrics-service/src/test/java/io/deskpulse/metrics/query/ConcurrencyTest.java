package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
    private static final Instant BASE = Instant.parse("2026-11-20T00:00:00Z");
    private static final int SECONDS_IN_TWO_DAYS = 2 * 86_400;

    record Stay(long openedMillis, long leftMillis) {}

    @Provide
    Arbitrary<Stay> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(-86_400 * 30, SECONDS_IN_TWO_DAYS),
                        Arbitraries.integers().between(0, 20_000))
                .as((opened, length) -> new Stay(
                        BASE.toEpochMilli() + opened * 1_000L, BASE.toEpochMilli() + (opened + length) * 1_000L));
    }

    @Property(tries = 40)
    void a_minute_shows_all_that_started_in_or_before_it_and_closed_in_a_later_one(
            @ForAll List<@From("stays") Stay> stays) {
        Answer answer = ask(stays, "2026-11-20T23:00:00Z", "2026-11-21T01:00:00Z", "minute");

        for (Answer.Point point : answer.series().get(0).points()) {
            assertThat(point.figure().value()).isEqualTo(openAt(stays, point.start() / 60_000));
        }
    }

    @Property(tries = 20)
    void an_hour_shows_its_greatest_minute(@ForAll List<@From("stays") Stay> stays) {
        Answer answer = ask(stays, "2026-11-20T20:00:00Z", "2026-11-21T00:00:00Z", "hour");

        for (Answer.Point point : answer.series().get(0).points()) {
            double greatest = 0;
            for (long minute = point.start() / 60_000; minute < point.start() / 60_000 + 60; minute++) {
                greatest = Math.max(greatest, openAt(stays, minute));
            }
            assertThat(point.figure().value()).isEqualTo(greatest);
        }
    }

    @Test
    void minutes_to_come_have_no_number() {
        Answer answer = ask(
                List.of(new Stay(BASE.toEpochMilli(), NOW.toEpochMilli() + 3_600_000)),
                "2026-11-21T11:59:00Z",
                "2026-11-21T12:02:00Z",
                "minute");

        assertThat(answer.series().get(0).points())
                .extracting(point -> point.figure().value())
                .containsExactly(1.0, 1.0, null);
    }

    private static double openAt(List<Stay> stays, long minute) {
        return stays.stream()
                .filter(stay -> stay.openedMillis() / 60_000 <= minute && stay.leftMillis() / 60_000 > minute)
                .count();
    }

    private static Answer ask(List<Stay> stays, String from, String to, String step) {
        FiledCells filed = new FiledCells("shop");
        for (Stay stay : stays) {
            filed.count(stay.openedMillis(), Dimensions.UNKNOWN, Measure.OPENED, 1);
            filed.count(stay.leftMillis(), Dimensions.UNKNOWN, Measure.LEFT, 1);
        }
        AskMetrics metrics = new AskMetrics(Catalogue.load(), new FakeCells(filed), Clock.fixed(NOW, ZoneOffset.UTC));
        return (Answer)
                metrics.ask("shop", new Asked("concurrent_conversations", from, to, step, null, null, null, null, null))
                        .await()
                        .indefinitely();
    }
}
