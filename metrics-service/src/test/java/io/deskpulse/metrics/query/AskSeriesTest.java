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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers with more than one number: split, filtered, and compared with the time before. */
class AskSeriesTest {
    private final AskedShop shop = new AskedShop();
    private final FiledCells one = shop.one;
    private final FiledCells two = shop.two;

    @Test
    void a_split_by_one_dimension_has_a_series_for_each_value_in_order() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        two.count(at("2026-11-20T11:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 3);

        Answer answer = shop.answer(asked("conversations_closed", "hour", List.of("channel"), null));

        assertThat(answer.series())
                .extracting(Series::dimensions)
                .containsExactly(Map.of("channel", "app"), Map.of("channel", "web"));
        assertThat(values(answer.series().get(1))).hasSize(24).contains(2.0, 0.0);
    }

    @Test
    void a_filter_by_one_dimension_and_a_split_by_another_are_answered_together() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 2);
        one.count(at("2026-11-20T10:00:00Z"), APP, Measure.CONVERSATIONS_CLOSED, 5);

        Answer answer = shop.answer(
                asked("conversations_closed", "total", List.of("channel"), Map.of("scene", List.of("PreSales "))));

        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().get(0).dimensions()).containsExactly(Map.entry("channel", "web"));
        assertThat(values(answer.series().get(0))).containsExactly(2.0);
    }

    @Test
    void messages_are_split_and_filtered_by_sender() {
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.MESSAGES_BOT, 4);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.MESSAGES_CUSTOMER, 3);

        Answer split = shop.answer(asked("messages", "total", List.of("sender", "channel"), null));
        Answer filtered = shop.answer(asked("messages", "total", null, Map.of("sender", List.of("bot"))));

        assertThat(split.series())
                .extracting(Series::dimensions)
                .containsExactly(
                        Map.of("sender", "bot", "channel", "web"), Map.of("sender", "customer", "channel", "web"));
        assertThat(onlyPoint(filtered).figure().value()).isEqualTo(4);
        assertThat(onlyPoint(shop.total("messages")).figure().value()).isEqualTo(7);
    }

    @Test
    void a_comparison_tells_the_change_and_whether_it_is_significant() {
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1_000);
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 600);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 1_000);
        one.count(at("2026-11-20T10:00:00Z"), WEB, Measure.RESOLVED_BY_BOT, 700);

        Point point = onlyPoint(shop.answer(
                new Asked("resolution_rate", "2026-11-20", "2026-11-21", null, null, null, null, "previous", null)));

        assertThat(point.change().previous().figure().value()).isEqualTo(0.6);
        assertThat(point.change().difference()).isCloseTo(0.1, within(1e-12));
        assertThat(point.change().significant()).isTrue();
    }

    @Test
    void the_usual_range_is_a_day_up_to_this_minute_and_can_be_compared() {
        Answer answer = shop.answer(new Asked("turns", null, null, null, null, null, null, "previous", null));

        assertThat(answer.from()).isEqualTo(Instant.parse("2026-11-20T12:01:00Z"));
        assertThat(answer.to()).isEqualTo(Instant.parse("2026-11-21T12:01:00Z"));
    }

    @Test
    void what_vanished_is_still_compared() {
        one.count(at("2026-11-19T10:00:00Z"), WEB, Measure.CONVERSATIONS_CLOSED, 5);

        Answer answer = shop.answer(new Asked(
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
}
