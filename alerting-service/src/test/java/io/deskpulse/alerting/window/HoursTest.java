package io.deskpulse.alerting.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.evaluation.Cells;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Stat;
import io.deskpulse.catalogue.measure.Sketch;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours that are stored and put back. */
class HoursTest {
    private static final long HOUR = 3_600_000;
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Cut BY_CHANNEL = Cut.of(List.of("channel"), Map.of());
    private static final List<String> WEB = List.of("web");

    private final MetricReader closed = reader("conversations_closed", null);
    private final MetricReader slowest = reader("first_response_time", Stat.P99);

    private static MetricReader reader(String metric, Stat stat) {
        return new MetricReader(CATALOGUE.find(metric).orElseThrow(), stat, null);
    }

    private static Windows windows(MetricReader... watched) {
        Needs needs = new Needs();
        for (MetricReader each : watched) {
            needs.add(Granularity.HOUR, BY_CHANNEL.level(), each.columns(), 200 * HOUR);
        }
        return new Windows(needs);
    }

    private static void count(Windows windows, long hour, long number) {
        new MeasurementReader(tenant -> windows)
                .read(Cells.bytes(new Measurement(
                        "shop",
                        0,
                        1,
                        Measurement.Granularity.HOUR,
                        hour * HOUR,
                        Map.of("channel", "web"),
                        Map.of(
                                "conversations_closed", Amounts.ofCount(number),
                                "first_response_time",
                                        Amounts.ofQuantity(
                                                1L, 0, 0, Map.of(Sketch.ZERO, 3L, Sketch.indexOf(60_000), number))),
                        hour)));
    }

    private static double value(Windows windows, MetricReader reader, long from, long to) {
        Tallies tallies = windows.read(Granularity.HOUR, BY_CHANNEL, from * HOUR, to * HOUR);
        return reader.read(tallies, WEB, HOUR).figure().value();
    }

    @Test
    void storedHoursComeBackAsTheyWereWithThoseOfTheTopicBehindThem() {
        Windows before = windows(closed, slowest);
        before.beginHours(100 * HOUR, List.of());
        count(before, 100, 5);
        count(before, 102, 7);
        List<HourTallies> stored = before.takeUnstoredHours(103 * HOUR);

        Windows after = windows(closed, slowest);
        after.beginHours(103 * HOUR, stored);
        count(after, 103, 11);

        assertThat(stored).extracting(HourTallies::hour).containsExactly(100 * HOUR, 101 * HOUR, 102 * HOUR);
        assertThat(after.hoursKnownFrom(BY_CHANNEL.level())).isEqualTo(100 * HOUR);
        assertThat(value(after, closed, 100, 103)).isEqualTo(12);
        assertThat(value(after, closed, 100, 104)).isEqualTo(23);
        assertThat(value(after, slowest, 100, 103)).isBetween(59.0, 61.0);
    }

    @Test
    void whatLiesBeforeAGapIsNotKnown() {
        Windows before = windows(closed);
        before.beginHours(100 * HOUR, List.of());
        List<HourTallies> stored = new ArrayList<>(before.takeUnstoredHours(106 * HOUR));
        stored.removeIf(each -> each.hour() == 103 * HOUR);

        Windows after = windows(closed);
        after.beginHours(106 * HOUR, stored);

        assertThat(after.hoursKnownFrom(BY_CHANNEL.level())).isEqualTo(104 * HOUR);
    }

    @Test
    void hoursThatDoNotHoldWhatIsLookedAtAreNotKnown() {
        Windows before = windows(closed);
        before.beginHours(100 * HOUR, List.of());
        List<HourTallies> stored = before.takeUnstoredHours(103 * HOUR);

        Windows after = windows(closed, slowest);
        after.beginHours(103 * HOUR, stored);

        assertThat(after.hoursKnownFrom(BY_CHANNEL.level())).isEqualTo(103 * HOUR);
    }

    @Test
    void anHourThatTheTopicHoldsInPartOnlyIsNotCounted() {
        Windows windows = windows(closed);
        windows.beginHours(101 * HOUR, List.of());

        count(windows, 100, 5);

        assertThat(value(windows, closed, 100, 101)).isZero();
    }

    @Test
    void onlyWhatHasChangedIsStoredAgainAndWhatFailedToo() {
        Windows windows = windows(closed);
        windows.beginHours(100 * HOUR, List.of());
        count(windows, 100, 5);
        List<HourTallies> first = windows.takeUnstoredHours(101 * HOUR);
        assertThat(windows.takeUnstoredHours(101 * HOUR)).isEmpty();

        windows.storeAgain(first);

        assertThat(windows.takeUnstoredHours(101 * HOUR)).isEqualTo(first);
    }
}
