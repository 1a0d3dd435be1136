package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Series;
import io.deskpulse.metrics.query.Refusal.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskMetricsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String TENANT = "shop";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
    private static final Dimensions WEB =
            Dimensions.UNKNOWN.with(Dimension.CHANNEL, "web").with(Dimension.SCENE, "presales");
    private static final Dimensions APP =
            Dimensions.UNKNOWN.with(Dimension.CHANNEL, "app").with(Dimension.SCENE, "aftersales");

    private final FiledCells one = new FiledCells(TENANT);
    private final FiledCells two = new FiledCells(TENANT);
    private final FakeCells cells = new FakeCells(one, two).asOf(NOW.toEpochMilli());
    private final AskMetrics metrics = new AskMetrics(CATALOGUE, cells, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_rate_is_added_up_over_partitions_before_it_is_divided() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 1);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1);
        two.count(at("2026-11-20T22:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 3);

        Point point = onlyPoint(total("resolution_rate"));

        assertThat(point.figure().value()).isEqualTo(0.25);
        assertThat(point.figure().numerator()).isEqualTo(1);
        assertThat(point.figure().denominator()).isEqualTo(4);
        assertThat(point.figure().lowSample()).isTrue();
    }

    @Test
    void nothing_at_all_is_one_empty_series() {
        assertThat(onlyPoint(total("resolution_rate")).figure().value()).isNull();
        assertThat(onlyPoint(total("conversations_closed")).figure().value()).isZero();
        assertThat(onlyPoint(total("first_response_time")).figure().value()).isNull();
        assertThat(onlyPoint(total("cost_per_conversation")).figure().value()).isNull();
    }

    @Test
    void a_split_by_one_dimension_has_a_series_for_each_value_in_order() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        two.count(at("2026-11-20T11:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 3);

        Answer answer = answer(asked("conversations_closed", "hour", List.of("channel"), null));

        assertThat(answer.series())
                .extracting(Series::dimensions)
                .containsExactly(Map.of("channel", "app"), Map.of("channel", "web"));
        assertThat(values(answer.series().get(1))).hasSize(24).contains(2.0, 0.0);
    }

    @Test
    void a_filter_by_one_dimension_and_a_split_by_another_are_answered_together() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        one.count(at("2026-11-20T10:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 5);

        Answer answer = answer(
                asked("conversations_closed", "total", List.of("channel"), Map.of("scene", List.of("PreSales "))));

        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().get(0).dimensions()).containsExactly(Map.entry("channel", "web"));
        assertThat(values(answer.series().get(0))).containsExactly(2.0);
    }

    @Test
    void messages_are_split_and_filtered_by_sender() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.MESSAGES_BOT, 4);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.MESSAGES_CUSTOMER, 3);

        Answer split = answer(asked("messages", "total", List.of("sender", "channel"), null));
        Answer filtered = answer(asked("messages", "total", null, Map.of("sender", List.of("bot"))));

        assertThat(split.series())
                .extracting(Series::dimensions)
                .containsExactly(
                        Map.of("sender", "bot", "channel", "web"), Map.of("sender", "customer", "channel", "web"));
        assertThat(onlyPoint(filtered).figure().value()).isEqualTo(4);
        assertThat(onlyPoint(total("messages")).figure().value()).isEqualTo(7);
    }

    @Test
    void a_distribution_has_its_stats_and_the_one_asked_for_as_value() {
        for (int second = 1; second <= 100; second++) {
            one.quantity(at("2026-11-20T10:00:00Z"), WEB, Measure.FIRST_RESPONSE_TIME, second * 1_000L, 1);
        }

        Point usual = onlyPoint(total("first_response_time"));
        Point p90 = onlyPoint(answer(
                new Asked("first_response_time", "2026-11-20", "2026-11-21", null, null, null, null, null, "p90")));
        Point mean = onlyPoint(answer(
                new Asked("first_response_time", "2026-11-20", "2026-11-21", null, null, null, null, null, "mean")));

        assertThat(usual.figure().value()).isCloseTo(50, within(0.5));
        assertThat(usual.stats().p99()).isCloseTo(99, within(1.0));
        assertThat(usual.stats().mean()).isCloseTo(50.5, within(1e-9));
        assertThat(usual.stats().count()).isEqualTo(100);
        assertThat(p90.figure().value()).isCloseTo(90, within(0.9));
        assertThat(mean.figure().value()).isCloseTo(50.5, within(1e-9));
        assertThat(mean.figure().denominator()).isEqualTo(100);
    }

    @Test
    void sentiment_is_read_in_its_own_unit() {
        one.quantity(at("2026-11-20T10:00:00Z"), WEB, Measure.SENTIMENT, 500_000, 1);
        one.quantity(at("2026-11-20T10:00:00Z"), WEB, Measure.SENTIMENT, -250_000, 1);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.SENTIMENT_NEGATIVE, 1);

        assertThat(onlyPoint(total("sentiment_score")).figure().value()).isEqualTo(0.125);
        assertThat(onlyPoint(total("negative_rate")).figure().value()).isEqualTo(0.5);
    }

    @Test
    void money_has_a_series_for_each_currency() {
        one.money(at("2026-11-20T10:00:00Z"), WEB, Measure.COST, "USD", 10_000_000);
        two.money(at("2026-11-20T10:00:00Z"), APP, Measure.COST, "CNY", 60_000_000);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 4);

        Answer answer = total("cost_per_conversation");
        Answer filtered = answer(asked("cost_per_conversation", "total", null, Map.of("currency", List.of("usd"))));

        assertThat(answer.series())
                .extracting(Series::dimensions)
                .containsExactly(Map.of("currency", "CNY"), Map.of("currency", "USD"));
        assertThat(values(answer.series().get(0))).containsExactly(15.0);
        assertThat(filtered.series()).hasSize(1);
        assertThat(onlyPoint(filtered).figure().value()).isEqualTo(2.5);
    }

    @Test
    void throughput_is_by_the_minutes_of_its_bucket() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 90);

        assertThat(values(
                        answer(asked("throughput", "hour", null, null)).series().get(0)))
                .contains(1.5);
        assertThat(onlyPoint(total("throughput")).figure().value()).isEqualTo(90.0 / 1_440);
    }

    @Test
    void visitors_are_counted_once_however_often_and_wherever_they_come() {
        one.distinct(at("2026-11-20T10:00:00Z"), WEB, Measure.VISITORS, "ann");
        one.distinct(at("2026-11-20T11:00:00Z"), APP, Measure.VISITORS, "ann");
        two.distinct(at("2026-11-20T11:00:00Z"), APP, Measure.VISITORS, "bob");

        assertThat(onlyPoint(total("visitors")).figure().value()).isEqualTo(2);
        assertThat(answer(asked("visitors", "total", List.of("channel"), null)).series())
                .extracting(series -> values(series).get(0))
                .containsExactly(2.0, 1.0);
    }

    @Test
    void availability_counts_the_time_that_has_passed() {
        cells.outages((from, to, now) -> to - from == 720 * 60_000L + 60_000 ? 72 : 0);

        Point today = onlyPoint(
                answer(new Asked("availability", "2026-11-21", "2026-11-22", null, null, null, null, null, null)));

        assertThat(today.figure().denominator()).isEqualTo(721);
        assertThat(today.figure().value()).isCloseTo(1 - 72.0 / 721, within(1e-12));
        assertThat(onlyPoint(answer(new Asked(
                                "availability", "2026-11-22", "2026-11-23", null, null, null, null, null, null)))
                        .figure()
                        .value())
                .isNull();
    }

    @Test
    void hours_saved_use_the_human_time_of_the_same_scene_and_say_what_they_assume() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 10);
        two.count(at("2026-11-20T10:00:00Z"), APP, Measure.RESOLVED_BY_BOT, 5);
        one.quantity(at("2026-11-20T15:00:00Z"), WEB, Measure.HUMAN_HANDLING_TIME, 600_000, 1);
        two.quantity(at("2026-11-20T16:00:00Z"), WEB, Measure.HUMAN_HANDLING_TIME, 1_200_000, 1);

        Answer answer = total("hours_saved");

        assertThat(onlyPoint(answer).figure().value()).isCloseTo((10 * 900 + 5 * 360) / 3_600.0, within(1e-9));
        assertThat(answer.assumptions()).singleElement().asString().contains("scene aftersales");
    }

    @Test
    void a_comparison_tells_the_change_and_whether_it_is_significant() {
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1_000);
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 600);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1_000);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 700);

        Point point = onlyPoint(answer(
                new Asked("resolution_rate", "2026-11-20", "2026-11-21", null, null, null, null, "previous", null)));

        assertThat(point.change().previous().figure().value()).isEqualTo(0.6);
        assertThat(point.change().difference()).isCloseTo(0.1, within(1e-12));
        assertThat(point.change().significant()).isTrue();
    }

    @Test
    void the_usual_range_is_a_day_up_to_this_minute_and_can_be_compared() {
        Answer answer = answer(new Asked("turns", null, null, null, null, null, null, "previous", null));

        assertThat(answer.from()).isEqualTo(Instant.parse("2026-11-20T12:01:00Z"));
        assertThat(answer.to()).isEqualTo(Instant.parse("2026-11-21T12:01:00Z"));
    }

    @Test
    void what_vanished_is_still_compared() {
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 5);

        Answer answer = answer(new Asked(
                "conversations_closed",
                "2026-11-20",
                "2026-11-21",
                null,
                List.of("channel"),
                null,
                null,
                "previous",
                null));

        assertThat(onlyPoint(answer).figure().value()).isZero();
        assertThat(onlyPoint(answer).change().difference()).isEqualTo(-5);
        assertThat(onlyPoint(answer).change().significant()).isNull();
    }

    @Test
    void what_cannot_be_answered_names_its_fault() {
        assertRefused(asked("no_such", "total", null, null), Reason.UNKNOWN_METRIC, "metric");
        assertRefused(asked("customers", "total", null, null), Reason.NOT_LIVE, "metric");
        assertRefused(asked("turns", "year", null, null), Reason.INVALID, "step");
        assertRefused(asked("turns", "total", List.of("colour"), null), Reason.INVALID, "by");
        assertRefused(asked("turns", "total", List.of("scene", "scene"), null), Reason.INVALID, "by");
        assertRefused(asked("turns", "total", List.of("sender"), null), Reason.INVALID, "by");
        assertRefused(asked("availability", "total", List.of("channel"), null), Reason.INVALID, "by");
        assertRefused(asked("turns", "total", null, Map.of("colour", List.of("red"))), Reason.INVALID, "where");
        assertRefused(asked("turns", "total", null, Map.of("currency", List.of("USD"))), Reason.INVALID, "where");
        assertRefused(question("2026-11-20", "2026-11-20", "UTC", null, null), Reason.INVALID, "from");
        assertRefused(question("yesterday", null, "UTC", null, null), Reason.INVALID, "from");
        assertRefused(question("2026-11-20", "x", "UTC", null, null), Reason.INVALID, "to");
        assertRefused(question("2026-11-20", null, "Mars/Base", null, null), Reason.INVALID, "zone");
        assertRefused(question("2026-11-20", null, "UTC", "next", null), Reason.INVALID, "compare");
        assertRefused(question("2026-11-20", null, "UTC", null, "p90"), Reason.INVALID, "stat");
    }

    @Test
    void what_is_kept_no_more_is_refused_with_the_way_out() {
        Asked old = new Asked("turns", "2026-09-01", "2026-09-30", "day", null, null, "Asia/Shanghai", null, null);

        Refusal refusal = (Refusal) reply(old);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_KEPT);
        assertThat(refusal.parameter()).isEqualTo("zone");
        assertThat(refusal.detail())
                .contains("hours of turns are kept since 2026-10-12T12:01:00Z")
                .contains("zone=UTC");
    }

    @Test
    void more_points_than_anyone_can_draw_are_refused() {
        assertRefused(
                new Asked("turns", "2024-01-01", "2026-01-01", "minute", null, null, null, null, null),
                Reason.TOO_LARGE,
                "step");
    }

    @Test
    void more_series_than_an_answer_may_have_are_refused() {
        for (int i = 0; i < 4; i++) {
            Dimensions channel = WEB.with(Dimension.CHANNEL, "c" + i);
            one.count(at("2026-11-20T10:00:00Z"), channel, Measure.CONVERSATIONS_CLOSED, 1);
        }
        AskMetrics limited =
                new AskMetrics(CATALOGUE, cells, Clock.fixed(NOW, ZoneOffset.UTC), new Limits(3, 1_000, 1_000, 1_000));

        Reply reply = limited.ask(TENANT, asked("conversations_closed", "total", List.of("channel"), null))
                .await()
                .indefinitely();

        assertThat(reply).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refusal.parameter()).isEqualTo("by");
        });
    }

    @Test
    void an_unaligned_total_of_the_last_hours_is_exact() {
        one.count(at("2026-11-20T12:00:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1);
        one.count(at("2026-11-20T12:01:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        one.count(at("2026-11-21T11:59:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 4);
        one.count(at("2026-11-21T12:00:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 8);

        Answer answer = answer(new Asked(
                "conversations_closed",
                "2026-11-20T12:01:00Z",
                "2026-11-21T12:00:00Z",
                null,
                null,
                null,
                null,
                null,
                null));

        assertThat(onlyPoint(answer).figure().value()).isEqualTo(6);
    }

    private static void assertRefusedReason(Reply reply, Reason reason, String parameter) {
        assertThat(reply).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.parameter()).isEqualTo(parameter);
        });
    }

    private void assertRefused(Asked asked, Reason reason, String parameter) {
        assertRefusedReason(reply(asked), reason, parameter);
    }

    private static Asked question(String from, String to, String zone, String compare, String stat) {
        return new Asked("turns", from, to, null, null, null, zone, compare, stat);
    }

    private static Asked asked(String metric, String step, List<String> by, Map<String, List<String>> where) {
        return new Asked(metric, "2026-11-20", "2026-11-21", step, by, where, null, null, null);
    }

    private Answer total(String metric) {
        return answer(asked(metric, "total", null, null));
    }

    private Answer answer(Asked asked) {
        Reply reply = reply(asked);
        assertThat(reply).isInstanceOf(Answer.class);
        return (Answer) reply;
    }

    private Reply reply(Asked asked) {
        return metrics.ask(TENANT, asked).await().indefinitely();
    }

    private static Point onlyPoint(Answer answer) {
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().get(0).points()).hasSize(1);
        return answer.series().get(0).points().get(0);
    }

    private static List<Double> values(Series series) {
        return series.points().stream().map(point -> point.figure().value()).toList();
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
