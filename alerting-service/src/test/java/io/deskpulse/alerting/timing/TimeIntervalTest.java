package io.deskpulse.alerting.timing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeIntervalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{'weekdays': ['monday:friday']} | 2026-03-06T23:59:59Z | true",
                "{'weekdays': ['monday:friday']} | 2026-03-07T00:00:00Z | false",
                "{'weekdays': ['saturday', 'sunday']} | 2026-03-08T12:00:00Z | true",
                "{'times': [{'startTime': '09:00', 'endTime': '17:00'}]} | 2026-03-06T16:59:59Z | true",
                "{'times': [{'startTime': '09:00', 'endTime': '17:00'}]} | 2026-03-06T17:00:00Z | false",
                "{'times': [{'startTime': '22:00', 'endTime': '24:00'}]} | 2026-03-06T23:59:59Z | true",
                "{'daysOfMonth': ['-1']} | 2026-02-28T12:00:00Z | true",
                "{'daysOfMonth': ['-1']} | 2028-02-28T12:00:00Z | false",
                "{'daysOfMonth': ['-1']} | 2028-02-29T12:00:00Z | true",
                "{'daysOfMonth': ['-3:-1']} | 2026-04-28T00:00:00Z | true",
                "{'daysOfMonth': ['-3:-1']} | 2026-04-27T23:59:59Z | false",
                "{'daysOfMonth': ['29:-1']} | 2026-02-28T00:00:00Z | false",
                "{'daysOfMonth': ['1:5', '31']} | 2026-03-31T00:00:00Z | true",
                "{'months': ['january:march']} | 2026-03-31T23:59:59Z | true",
                "{'months': ['1:3']} | 2026-04-01T00:00:00Z | false",
                "{'years': ['2025', '2027:2028']} | 2026-06-01T00:00:00Z | false",
                "{'years': ['2026'], 'months': ['june'], 'weekdays': ['tuesday']} | 2026-06-01T00:00:00Z | false",
                "{'weekdays': ['monday'], 'location': 'Asia/Shanghai'} | 2026-03-01T16:00:00Z | true",
                "{'weekdays': ['monday'], 'location': 'Asia/Shanghai'} | 2026-03-02T16:00:00Z | false",
                "{'times': [{'startTime': '02:00', 'endTime': '03:00'}], 'location': 'Europe/Berlin'} | 2026-10-25T00:30:00Z | true",
                "{'times': [{'startTime': '02:00', 'endTime': '03:00'}], 'location': 'Europe/Berlin'} | 2026-10-25T01:30:00Z | true"
            })
    void momentIsInItByTheCalendarOnTheWall(String part, String moment, boolean inside) {
        assertThat(interval(part).contains(Instant.parse(moment))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, 0", "2026-10-24, 2", "2026-06-01, 1"})
    void hourThatIsLeftOutNeverFitsAndOneThatComesTwiceFitsTwice(String dayBefore, long hours) {
        TimeInterval interval =
                interval("{'times': [{'startTime': '02:00', 'endTime': '03:00'}], 'location': 'Europe/Berlin'}");
        Instant from = Instant.parse(dayBefore + "T12:00:00Z");

        long minutes = 0;
        for (Instant moment = from; moment.isBefore(from.plus(Duration.ofDays(1))); moment = moment.plusSeconds(60)) {
            minutes += interval.contains(moment) ? 1 : 0;
        }

        assertThat(minutes).isEqualTo(hours * 60);
    }

    /** Whatever may change changes at an edge, also where clocks do. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28",
        "Europe/Berlin, 2026-10-24",
        "Asia/Shanghai, 2026-03-28",
        "Australia/Lord_Howe, 2026-04-04"
    })
    void nothingChangesBetweenEdges(String zone, String day) {
        TimeInterval interval = interval(
                "{'times': [{'startTime': '01:30', 'endTime': '02:15'}, {'startTime': '22:00', 'endTime': '24:00'}], 'location': '"
                        + zone + "'}");
        Instant from = Instant.parse(day + "T00:00:00Z");
        Instant to = from.plus(Duration.ofDays(2));
        var edges = interval.edges(from, to);

        boolean before = interval.contains(from);
        for (Instant moment = from.plusSeconds(60); moment.isBefore(to); moment = moment.plusSeconds(60)) {
            boolean now = interval.contains(moment);
            if (now != before) {
                assertThat(edges).as("an edge at " + moment).contains(moment);
            }
            before = now;
        }
    }

    private static TimeInterval interval(String part) {
        String json = ("{'intervals': [" + part + "]}").replace('\'', '"');
        return TimeIntervalReader.read(Members.of(json.getBytes(UTF_8)), "intervals", ZoneOffset.UTC);
    }
}
