package io.deskpulse.alerting.oncall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.oncall.document.ScheduleReader;
import io.deskpulse.kit.listing.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is on call when. */
class RosterTest {
    private static final String WEEKS =
            "{'name': 'weeks', 'start': '2026-03-02T09:00', 'turn': {'unit': 'weeks'}, 'participants': ['ann', 'bo']}";

    @Test
    void turnsFollowOneAnother() {
        Roster roster = roster("Europe/Berlin", WEEKS);

        assertThat(at(roster, "2026-03-02T07:59:59Z")).isNull();
        assertThat(at(roster, "2026-03-02T08:00:00Z")).isEqualTo("ann");
        assertThat(at(roster, "2026-03-09T07:59:59Z")).isEqualTo("ann");
        assertThat(at(roster, "2026-03-09T08:00:00Z")).isEqualTo("bo");
        assertThat(at(roster, "2026-03-16T08:00:00Z")).isEqualTo("ann");
    }

    /** At nine on the wall, before and after clocks change. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-23T08:00:00Z",
        "Europe/Berlin, 2026-03-30T07:00:00Z",
        "Europe/Berlin, 2026-10-19T07:00:00Z",
        "Europe/Berlin, 2026-10-26T08:00:00Z",
        "Asia/Shanghai, 2026-03-30T01:00:00Z",
        "Asia/Shanghai, 2026-10-26T01:00:00Z"
    })
    void handsOverAtTheSameTimeOfDayThroughTheYear(String zone, String handover) {
        Roster roster = roster(zone, WEEKS);
        Instant moment = Instant.parse(handover);

        String before = at(roster, moment.minusSeconds(1).toString());
        String after = at(roster, handover);

        assertThat(List.of(before, after)).containsExactlyInAnyOrder("ann", "bo");
        assertThat(roster.between(moment.minusSeconds(3600), moment.plusSeconds(3600)))
                .extracting(Shift::to)
                .containsExactly(moment, moment.plusSeconds(3600));
    }

    @Test
    void shiftInWhichClocksChangeIsAnHourShorterOrLonger() {
        String halves =
                "{'name': 'halves', 'start': '2026-01-01T08:00', 'turn': {'length': 12, 'unit': 'hours'}, 'participants': ['day', 'night']}";
        Roster roster = roster("Europe/Berlin", halves);

        List<Shift> spring =
                roster.between(Instant.parse("2026-03-28T07:00:00Z"), Instant.parse("2026-03-29T18:00:00Z"));
        List<Shift> autumn =
                roster.between(Instant.parse("2026-10-24T06:00:00Z"), Instant.parse("2026-10-25T19:00:00Z"));

        assertThat(spring).extracting(RosterTest::text).containsExactly("day 12h", "night 11h", "day 12h");
        assertThat(autumn).extracting(RosterTest::text).containsExactly("day 12h", "night 13h", "day 12h");
    }

    @Test
    void hourThatComesTwiceIsOneShift() {
        String hourly =
                "{'name': 'hourly', 'start': '2026-10-25T00:00', 'turn': {'unit': 'hours'}, 'participants': ['a', 'b', 'c', 'd']}";
        Roster roster = roster("Europe/Berlin", hourly);

        List<Shift> night =
                roster.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T03:00:00Z"));

        assertThat(night).extracting(RosterTest::text).containsExactly("a 1h", "b 1h", "c 2h", "d 1h");
    }

    @Test
    void laterLayerCountsWhereItHasSomebody() {
        String nights =
                "{'name': 'nights', 'start': '2026-03-02T00:00', 'turn': {'unit': 'days'}, 'participants': ['dee', 'eli'],"
                        + " 'restrictions': [{'times': [{'startTime': '00:00', 'endTime': '07:00'}], 'weekdays': ['monday:friday']}]}";
        Roster roster = roster("Europe/Berlin", WEEKS + "," + nights);

        List<Shift> week = roster.between(Instant.parse("2026-03-05T20:00:00Z"), Instant.parse("2026-03-07T20:00:00Z"));

        assertThat(week).extracting(RosterTest::text).containsExactly("ann 3h", "dee 7h", "ann 38h");
        assertThat(at(roster, "2026-03-06T05:59:59Z")).isEqualTo("dee");
        assertThat(at(roster, "2026-03-06T06:00:00Z")).isEqualTo("ann");
    }

    @Test
    void gapsAreTold() {
        String office =
                "{'name': 'office', 'start': '2026-03-02T00:00', 'turn': {'unit': 'weeks'}, 'participants': ['ann'],"
                        + " 'restrictions': [{'times': [{'startTime': '09:00', 'endTime': '17:00'}], 'weekdays': ['monday:friday']}]}";
        Roster roster = roster("Europe/Berlin", office);

        List<Shift> shifts =
                roster.between(Instant.parse("2026-03-06T00:00:00Z"), Instant.parse("2026-03-09T12:00:00Z"));

        assertThat(shifts).extracting(RosterTest::text).containsExactly("nobody 8h", "ann 8h", "nobody 64h", "ann 4h");
    }

    @Test
    void whoStandsInCountsBeforeAllLayersAndTheLaterMadeBeforeTheEarlier() {
        Instant from = Instant.parse("2026-03-03T10:00:00Z");
        Substitution first = new Substitution(TimeOrderedId.at(from), "cem", from, from.plusSeconds(7200), "ann");
        Substitution second = new Substitution(
                TimeOrderedId.at(from.plusMillis(5)), "dee", from.plusSeconds(3600), from.plusSeconds(5400), "bo");
        Roster roster = new Roster(roster("Europe/Berlin", WEEKS).schedule(), List.of(first, second));

        List<Shift> shifts = roster.between(from.minusSeconds(3600), from.plusSeconds(3 * 3600));

        assertThat(shifts)
                .extracting(shift -> shift.who().orElseThrow().receiver())
                .containsExactly("ann", "cem", "dee", "cem", "ann");
        assertThat(shifts.get(1).who().orElseThrow().layer()).isNull();
    }

    private static Roster roster(String zone, String layers) {
        String json = "{'zone': '%s', 'layers': [%s]}".formatted(zone, layers).replace('\'', '"');
        return new Roster(ScheduleReader.read("t", "s", 1, json.getBytes(UTF_8), Known.ANYTHING), List.of());
    }

    private static String at(Roster roster, String moment) {
        return roster.at(Instant.parse(moment)).map(Shift.OnCall::receiver).orElse(null);
    }

    private static String text(Shift shift) {
        return shift.who().map(Shift.OnCall::receiver).orElse("nobody") + " "
                + java.time.Duration.between(shift.from(), shift.to()).toHours() + "h";
    }
}
