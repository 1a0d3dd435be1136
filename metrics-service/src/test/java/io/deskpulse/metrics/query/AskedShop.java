package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Series;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A shop with cells in two partitions, and questions about it; the day before is 20 November 2026. */
final class AskedShop {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static final String TENANT = "shop";
    static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
    static final Dimensions WEB =
            Dimensions.UNKNOWN.with(Dimension.CHANNEL, "web").with(Dimension.SCENE, "presales");
    static final Dimensions APP =
            Dimensions.UNKNOWN.with(Dimension.CHANNEL, "app").with(Dimension.SCENE, "aftersales");

    final FiledCells one = new FiledCells(TENANT);
    final FiledCells two = new FiledCells(TENANT);
    final FakeCells cells = new FakeCells(one, two).asOf(NOW.toEpochMilli());
    private final AskMetrics metrics = metrics(Limits.USUAL);

    /** What answers its questions within other limits. */
    AskMetrics metrics(Limits limits) {
        return new AskMetrics(CATALOGUE, cells, Clock.fixed(NOW, ZoneOffset.UTC), limits);
    }

    /** A metric over the day before. */
    Answer total(String metric) {
        return answer(asked(metric, "total", null, null));
    }

    Answer answer(Asked asked) {
        Reply reply = reply(asked);
        assertThat(reply).isInstanceOf(Answer.class);
        return (Answer) reply;
    }

    Reply reply(Asked asked) {
        return metrics.ask(TENANT, asked).await().indefinitely();
    }

    /** A question about the day before. */
    static Asked asked(String metric, String step, List<String> by, Map<String, List<String>> where) {
        return new Asked(metric, "2026-11-20", "2026-11-21", step, by, where, null, null, null);
    }

    static Point onlyPoint(Answer answer) {
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().get(0).points()).hasSize(1);
        return answer.series().get(0).points().get(0);
    }

    static List<Double> values(Series series) {
        return series.points().stream().map(point -> point.figure().value()).toList();
    }

    static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
