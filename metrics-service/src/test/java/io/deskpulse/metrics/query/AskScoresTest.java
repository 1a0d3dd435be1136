package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.query.Answer.Point;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What survey scores say: means, top boxes, net promoters, and how they spread over the scale. */
class AskScoresTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final Dimensions BOT = Dimensions.UNKNOWN.with(Dimension.HANDLER, "bot");
    private static final Dimensions HUMAN = Dimensions.UNKNOWN.with(Dimension.HANDLER, "human");

    private final FiledCells one = new FiledCells("shop");
    private final FiledCells two = new FiledCells("shop");
    private final AskMetrics metrics = new AskMetrics(
            Catalogue.load(), new FakeCells(one, two).asOf(NOW.toEpochMilli()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void csat_is_the_mean_with_its_interval_and_its_distribution() {
        answers(one, BOT, Measure.CSAT, 5, 4, 4, 1);
        answers(two, HUMAN, Measure.CSAT, 5);

        Point point = point("csat_score", null);

        assertThat(point.figure().value()).isCloseTo(3.8, within(1e-12));
        assertThat(point.figure().denominator()).isEqualTo(5);
        // 3.8 -+ 1.96 x 1.643 / sqrt 5
        assertThat(point.figure().interval().low()).isCloseTo(2.36, within(0.01));
        assertThat(point.scores().numbers()).containsExactly(1, 0, 0, 2, 2);
        assertThat(point.figure().lowSample()).isTrue();
    }

    @Test
    void the_top_box_begins_where_the_definition_says() {
        answers(one, BOT, Measure.CSAT, 5, 4, 4, 1, 3);
        answers(one, BOT, Measure.CSAT3, 3, 2, 1);
        answers(one, BOT, Measure.CSAT7, 7, 6, 5);
        answers(one, BOT, Measure.CSAT10, 8, 7, 1, 10);
        answers(one, BOT, Measure.CES, 5, 4, 7);
        answers(one, BOT, Measure.CES5, 4, 3);

        assertThat(point("csat_rate", null).figure().numerator()).isEqualTo(3);
        assertThat(point("csat_rate", null).figure().value()).isEqualTo(0.6);
        assertThat(point("csat3_rate", null).figure().numerator()).isEqualTo(1);
        assertThat(point("csat7_rate", null).figure().numerator()).isEqualTo(2);
        assertThat(point("csat10_rate", null).figure().numerator()).isEqualTo(2);
        assertThat(point("ces_easy_rate", null).figure().numerator()).isEqualTo(2);
        assertThat(point("ces5_easy_rate", null).figure().numerator()).isEqualTo(1);
    }

    @Test
    void nps_is_promoters_less_detractors() {
        answers(one, BOT, Measure.NPS, 10, 9, 8, 7, 6, 0);

        Point point = point("nps", null);

        assertThat(point.figure().value()).isZero();
        assertThat(point.figure().denominator()).isEqualTo(6);
        assertThat(point.scores().numbers()).containsExactly(1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    }

    @Test
    void scores_are_split_by_who_handled_the_conversation() {
        answers(one, BOT, Measure.CSAT, 1);
        answers(two, HUMAN, Measure.CSAT, 5);

        Answer answer = ask("csat_score", List.of("handler"), null);

        assertThat(answer.series())
                .extracting(series -> series.points().get(0).figure().value())
                .containsExactly(1.0, 5.0);
    }

    @Test
    void without_answers_there_is_no_score() {
        Point csat = point("csat_score", null);
        Point rate = point("csat_rate", null);
        Point nps = point("nps", null);

        assertThat(csat.figure().value()).isNull();
        assertThat(rate.figure().value()).isNull();
        assertThat(nps.figure().value()).isNull();
        assertThat(csat.scores().numbers()).containsOnly(0);
    }

    @Test
    void a_clear_change_against_the_day_before_is_significant() {
        for (int i = 0; i < 50; i++) {
            one.quantity(NOON - 86_400_000, BOT, Measure.NPS, i % 5, 1);
            answers(one, BOT, Measure.NPS, 9 + i % 2);
        }

        Point point = point("nps", "previous");

        assertThat(point.change().previous().figure().value()).isEqualTo(-100);
        assertThat(point.change().difference()).isEqualTo(200);
        assertThat(point.change().significant()).isTrue();
        assertThat(point.scores().numbers()[10]).isEqualTo(25);
    }

    @Test
    void a_score_that_was_taken_back_is_gone_from_all_of_it() {
        answers(one, BOT, Measure.CSAT, 1, 5);
        one.quantity(NOON, BOT, Measure.CSAT, 1, -1);

        Point point = point("csat_score", null);

        assertThat(point.figure().value()).isEqualTo(5);
        assertThat(point.scores().numbers()).containsExactly(0, 0, 0, 0, 1);
    }

    private static void answers(FiledCells cells, Dimensions dimensions, Measure measure, int... values) {
        for (int value : values) {
            cells.quantity(NOON, dimensions, measure, value, 1);
        }
    }

    private Point point(String metric, String compare) {
        return ask(metric, null, compare).series().get(0).points().get(0);
    }

    private Answer ask(String metric, List<String> by, String compare) {
        Asked asked = new Asked(metric, "2026-11-20", "2026-11-21", "total", by, null, null, compare, null);
        return (Answer) metrics.ask("shop", asked).await().indefinitely();
    }
}
