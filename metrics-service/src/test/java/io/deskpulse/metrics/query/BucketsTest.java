package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void a_total_is_widened_to_whole_minutes() {
        Buckets buckets = buckets("2026-11-20T10:15:20Z", "2026-11-20T11:15:20.5Z", Step.TOTAL, UTC);

        assertThat(starts(buckets)).containsExactly("2026-11-20T10:15:00Z");
        assertThat(Instant.ofEpochMilli(buckets.end())).hasToString("2026-11-20T11:16:00Z");
    }

    @Test
    void a_total_that_ends_on_the_minute_ends_there() {
        assertThat(buckets("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", Step.TOTAL, UTC)
                        .end())
                .isEqualTo(Instant.parse("2026-11-20T11:00:00Z").toEpochMilli());
    }

    @Test
    void a_day_is_longer_when_summer_time_ends() {
        Buckets buckets = buckets("2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", Step.DAY, BERLIN);

        assertThat(lengths(buckets)).containsExactly(hours(24), hours(25), hours(24));
        assertThat(starts(buckets).get(1)).isEqualTo("2026-10-24T22:00:00Z");
    }

    @Test
    void a_day_is_shorter_when_summer_time_begins() {
        assertThat(lengths(buckets("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", Step.DAY, BERLIN)))
                .containsExactly(hours(24), hours(23), hours(24));
    }

    @Test
    void the_hour_that_comes_twice_is_there_twice() {
        assertThat(starts(buckets("2026-10-25T00:00:00Z", "2026-10-25T03:00:00Z", Step.HOUR, BERLIN)))
                .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void hours_of_a_zone_with_half_hours_begin_on_its_hours() {
        assertThat(starts(buckets("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", Step.HOUR, KOLKATA)))
                .containsExactly("2026-11-20T09:30:00Z", "2026-11-20T10:30:00Z");
    }

    @Test
    void a_clock_moved_by_half_an_hour_leaves_hours_on_the_hour() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");

        List<Long> lengths = lengths(buckets("2026-10-03T13:30:00Z", "2026-10-03T17:30:00Z", Step.HOUR, lordHowe));

        assertThat(lengths).contains(hours(1) / 2).endsWith(hours(1));
    }

    @Test
    void a_week_begins_on_monday() {
        assertThat(starts(buckets("2026-11-15T12:00:00Z", "2026-11-17T00:00:00Z", Step.WEEK, UTC)))
                .containsExactly("2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z");
    }

    @Test
    void a_month_follows_the_calendar() {
        assertThat(starts(buckets("2026-01-31T00:00:00Z", "2026-03-01T00:00:00Z", Step.MONTH, UTC)))
                .containsExactly("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    }

    @Test
    void the_period_before_has_as_many_buckets_and_ends_where_this_one_begins() {
        Buckets march = buckets("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", Step.MONTH, UTC);

        assertThat(starts(march.before())).containsExactly("2026-02-01T00:00:00Z");
        assertThat(march.before().end()).isEqualTo(march.start());
        assertThat(starts(buckets("2026-10-25T00:00:00Z", "2026-10-27T00:00:00Z", Step.DAY, BERLIN)
                        .before()))
                .startsWith("2026-10-21T22:00:00Z")
                .hasSize(3);
    }

    @Test
    void before_a_total_of_a_calendar_month_is_the_month_before() {
        Buckets march = buckets("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", Step.TOTAL, UTC);

        assertThat(starts(march.before())).containsExactly("2026-02-01T00:00:00Z");
    }

    @Test
    void before_a_total_of_days_are_as_many_days_of_the_calendar() {
        Buckets longDay = buckets("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", Step.TOTAL, BERLIN);

        assertThat(starts(longDay.before())).containsExactly("2026-10-23T22:00:00Z");
    }

    @Test
    void before_any_other_total_is_the_same_length_of_time() {
        Buckets total = buckets("2026-11-20T10:00:00Z", "2026-11-20T11:30:00Z", Step.TOTAL, UTC);

        assertThat(starts(total.before())).containsExactly("2026-11-20T08:30:00Z");
    }

    @Test
    void too_many_are_not_even_made() {
        assertThat(Buckets.of(Instant.EPOCH, Instant.parse("2199-01-01T00:00:00Z"), Step.MINUTE, UTC, 100)
                        .size())
                .isEqualTo(101);
    }

    private static Buckets buckets(String from, String to, Step step, ZoneId zone) {
        return Buckets.of(Instant.parse(from), Instant.parse(to), step, zone, 10_000);
    }

    private static List<String> starts(Buckets buckets) {
        return IntStream.range(0, buckets.size())
                .mapToObj(i -> Instant.ofEpochMilli(buckets.start(i)).toString())
                .toList();
    }

    private static List<Long> lengths(Buckets buckets) {
        return IntStream.range(0, buckets.size())
                .mapToObj(i -> buckets.end(i) - buckets.start(i))
                .toList();
    }

    private static long hours(int number) {
        return Duration.ofHours(number).toMillis();
    }
}
