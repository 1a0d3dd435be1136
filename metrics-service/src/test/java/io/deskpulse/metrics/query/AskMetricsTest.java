package io.deskpulse.metrics.query;

import static io.deskpulse.metrics.query.AskedShop.APP;
import static io.deskpulse.metrics.query.AskedShop.WEB;
import static io.deskpulse.metrics.query.AskedShop.asked;
import static io.deskpulse.metrics.query.AskedShop.at;
import static io.deskpulse.metrics.query.AskedShop.onlyPoint;
import static io.deskpulse.metrics.query.AskedShop.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each kind of metric makes of the cells of all partitions. */
class AskMetricsTest {
    private final AskedShop shop = new AskedShop();
    private final FiledCells one = shop.one;
    private final FiledCells two = shop.two;

    @Test
    void a_rate_is_added_up_over_partitions_before_it_is_divided() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 1);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1);
        two.count(at("2026-11-20T22:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 3);

        Point point = onlyPoint(shop.total("resolution_rate"));

        assertThat(point.figure().value()).isEqualTo(0.25);
        assertThat(point.figure().numerator()).isEqualTo(1);
        assertThat(point.figure().denominator()).isEqualTo(4);
        assertThat(point.figure().lowSample()).isTrue();
    }

    @Test
    void nothing_at_all_is_one_empty_series() {
        assertThat(onlyPoint(shop.total("resolution_rate")).figure().value()).isNull();
        assertThat(onlyPoint(shop.total("conversations_closed")).figure().value())
                .isZero();
        assertThat(onlyPoint(shop.total("first_response_time")).figure().value())
                .isNull();
        assertThat(onlyPoint(shop.total("cost_per_conversation")).figure().value())
                .isNull();
    }

    @Test
    void a_distribution_has_its_stats_and_the_one_asked_for_as_value() {
        for (int second = 1; second <= 100; second++) {
            one.quantity(at("2026-11-20T10:00:00Z"), WEB, Measure.FIRST_RESPONSE_TIME, second * 1_000L, 1);
        }

        Point usual = onlyPoint(shop.total("first_response_time"));
        Point p90 = onlyPoint(shop.answer(
                new Asked("first_response_time", "2026-11-20", "2026-11-21", null, null, null, null, null, "p90")));
        Point mean = onlyPoint(shop.answer(
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

        assertThat(onlyPoint(shop.total("sentiment_score")).figure().value()).isEqualTo(0.125);
        assertThat(onlyPoint(shop.total("negative_rate")).figure().value()).isEqualTo(0.5);
    }

    @Test
    void money_has_a_series_for_each_currency() {
        one.money(at("2026-11-20T10:00:00Z"), WEB, Measure.COST, "USD", 10_000_000);
        two.money(at("2026-11-20T10:00:00Z"), APP, Measure.COST, "CNY", 60_000_000);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 4);

        Answer answer = shop.total("cost_per_conversation");
        Answer filtered =
                shop.answer(asked("cost_per_conversation", "total", null, Map.of("currency", List.of("usd"))));

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

        assertThat(values(shop.answer(asked("throughput", "hour", null, null))
                        .series()
                        .get(0)))
                .contains(1.5);
        assertThat(onlyPoint(shop.total("throughput")).figure().value()).isEqualTo(90.0 / 1_440);
    }

    @Test
    void visitors_are_counted_once_however_often_and_wherever_they_come() {
        one.distinct(at("2026-11-20T10:00:00Z"), WEB, Measure.VISITORS, "ann");
        one.distinct(at("2026-11-20T11:00:00Z"), APP, Measure.VISITORS, "ann");
        two.distinct(at("2026-11-20T11:00:00Z"), APP, Measure.VISITORS, "bob");

        assertThat(onlyPoint(shop.total("visitors")).figure().value()).isEqualTo(2);
        assertThat(shop.answer(asked("visitors", "total", List.of("channel"), null))
                        .series())
                .extracting(series -> values(series).get(0))
                .containsExactly(2.0, 1.0);
    }

    @Test
    void availability_counts_the_time_that_has_passed() {
        shop.cells.outages((from, to, now) -> to - from == 720 * 60_000L + 60_000 ? 72 : 0);

        Point today = onlyPoint(
                shop.answer(new Asked("availability", "2026-11-21", "2026-11-22", null, null, null, null, null, null)));

        assertThat(today.figure().denominator()).isEqualTo(721);
        assertThat(today.figure().value()).isCloseTo(1 - 72.0 / 721, within(1e-12));
        assertThat(onlyPoint(shop.answer(new Asked(
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

        Answer answer = shop.total("hours_saved");

        assertThat(onlyPoint(answer).figure().value()).isCloseTo((10 * 900 + 5 * 360) / 3_600.0, within(1e-9));
        assertThat(answer.assumptions()).singleElement().asString().contains("scene aftersales");
    }

    @Test
    void an_unaligned_total_of_the_last_hours_is_exact() {
        one.count(at("2026-11-20T12:00:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1);
        one.count(at("2026-11-20T12:01:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        one.count(at("2026-11-21T11:59:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 4);
        one.count(at("2026-11-21T12:00:10Z"), WEB, Measure.CONVERSATIONS_CLOSED, 8);

        Answer answer = shop.answer(new Asked(
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
}
