package io.deskpulse.alerting.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.evaluation.Cells;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Stat;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementReaderTest {
    private static final long MINUTE = 60_000;
    private static final Catalogue CATALOGUE = Catalogue.load();

    private final Needs needs = new Needs();
    private Windows windows;
    private MeasurementReader reader;

    private MetricReader watch(String metric, Stat stat, String currency, Cut cut) {
        MetricReader watched = new MetricReader(CATALOGUE.find(metric).orElseThrow(), stat, currency);
        needs.add(Granularity.MINUTE, cut.level(), watched.columns(), 10 * MINUTE);
        windows = new Windows(needs);
        reader = new MeasurementReader(tenant -> tenant.equals("shop") ? windows : null);
        return watched;
    }

    private static byte[] cell(Map<String, String> dimensions, Map<String, Amounts> measures) {
        return Cells.bytes(
                new Measurement("shop", 3, 1, Measurement.Granularity.MINUTE, 5 * MINUTE, dimensions, measures, 17));
    }

    private Reading read(MetricReader watched, Cut cut, String... group) {
        return watched.read(windows.read(Granularity.MINUTE, cut, 5 * MINUTE, 6 * MINUTE), List.of(group), MINUTE);
    }

    private static final Cut TOTAL = Cut.of(List.of(), Map.of());

    @Test
    void membersInAnyOrderReadTheSame() {
        MetricReader closed = watch("conversations_closed", null, null, TOTAL);

        Outcome outcome = reader.read(
                """
                {"revision": 3, "measures": {"conversations_closed": {"count": 4}, "new": [1]}, "more": {"a": [2]}, "dimensions": {},
                 "bucketStart": 300000, "granularity": "minute", "generation": 1, "partition": 0, "tenant": "shop"}"""
                        .getBytes(UTF_8));

        assertThat(outcome).isEqualTo(Outcome.USED);
        assertThat(read(closed, TOTAL).figure().value()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"tenant\":\"shop\"}",
                "{\"tenant\":3,\"partition\":0,\"generation\":1,\"granularity\":\"minute\",\"bucketStart\":0,\"dimensions\":{},\"measures\":{},\"revision\":1}",
                "{\"tenant\":\"shop\",\"partition\":0,\"generation\":1,\"granularity\":\"week\",\"bucketStart\":0,\"dimensions\":{},\"measures\":{},\"revision\":1}",
                "{\"tenant\":\"shop\",\"partition\":0,\"generation\":1,\"granularity\":\"minute\",\"bucketStart\":7,\"dimensions\":{},\"measures\":{},\"revision\":1}",
                "{\"tenant\":\"shop\",\"partition\":0,\"generation\":1,\"granularity\":\"minute\",\"bucketStart\":0,\"dimensions\":{},\"measures\":{\"conversations_closed\":{\"count\":\"4\"}},\"revision\":1}",
                "{\"tenant\":\"shop\",\"partition\":0,\"generation\":1,\"granularity\":\"minute\",\"bucketStart\":0,\"dimensions\":{},\"measures\":null,\"revision\":1}",
                "{\"tenant\":\"shop\",\"partition\":0,\"generation\":1,\"granularity\":\"minute\",\"bucketStart\":0,\"dimensions\":{},\"revision\":1}"
            })
    void whatIsNoMeasurementIsToldAndLeft(String value) {
        watch("conversations_closed", null, null, TOTAL);

        assertThat(reader.read(value.getBytes(UTF_8))).isEqualTo(Outcome.UNREADABLE);
        assertThat(reader.read(null)).isEqualTo(Outcome.UNREADABLE);
    }

    @Test
    void whatNoRuleLooksAtIsSkipped() {
        watch("conversations_closed", null, null, TOTAL);

        assertThat(reader.read(cell(Map.of("channel", "web"), Cells.counts("conversations_closed", 4))))
                .isEqualTo(Outcome.SKIPPED);
        assertThat(reader.read(Cells.bytes(new Measurement(
                        "other", 3, 1, Measurement.Granularity.MINUTE, 0, Map.of(), Cells.counts("goals", 1), 17))))
                .isEqualTo(Outcome.SKIPPED);
        assertThat(reader.read(Cells.bytes(new Measurement(
                        "shop", 3, 1, Measurement.Granularity.DAY, 0, Map.of(), Cells.counts("goals", 1), 17))))
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void scoresOfAScaleMakeAMeanAShareAndAPromoterScore() {
        Amounts nps = Amounts.ofQuantity(10, 70, 560, Map.of(10, 5L, 7, 1L, 3, 4L));
        MetricReader promoters = watch("nps", null, null, TOTAL);
        MetricReader satisfied = watch("csat_rate", null, null, TOTAL);
        MetricReader mean = watch("csat_score", null, null, TOTAL);
        Amounts csat = Amounts.ofQuantity(4, 15, 61, Map.of(5, 2L, 4, 1L, 1, 1L));

        reader.read(cell(Map.of(), Map.of("nps", nps, "csat", csat)));

        assertThat(read(promoters, TOTAL).figure().value()).isEqualTo(10);
        assertThat(read(satisfied, TOTAL).figure().value()).isEqualTo(0.75);
        assertThat(read(mean, TOTAL).figure().value()).isEqualTo(3.75);
        assertThat(read(mean, TOTAL).sample()).isEqualTo(4);
    }

    @Test
    void moneyIsReadInTheCurrencyThatIsAsked() {
        MetricReader cost = watch("cost_per_conversation", null, "EUR", TOTAL);

        reader.read(cell(
                Map.of(),
                Map.of(
                        "cost", Amounts.ofMoney(Map.of("EUR", 6_000_000L, "USD", 9_000_000L)),
                        "conversations_closed", Amounts.ofCount(4))));

        assertThat(read(cost, TOTAL).figure().value()).isEqualTo(1.5);
    }

    @Test
    void aDistributionGivesItsQuantile() {
        MetricReader p90 = watch("first_response_time", Stat.P90, null, TOTAL);
        int second = io.deskpulse.catalogue.measure.Sketch.indexOf(1_000);
        int minute = io.deskpulse.catalogue.measure.Sketch.indexOf(60_000);

        reader.read(cell(
                Map.of(), Map.of("first_response_time", Amounts.ofQuantity(10, 0, 0, Map.of(second, 8L, minute, 2L)))));

        assertThat(read(p90, TOTAL).figure().value()).isBetween(59.0, 61.0);
    }

    @Test
    void twoDimensionsAreReadFromFullCells() {
        Cut cut = Cut.of(List.of("channel"), Map.of("scene", List.of("sales")));
        MetricReader closed = watch("conversations_closed", null, null, cut);

        reader.read(cell(full("web", "sales", "en"), Cells.counts("conversations_closed", 1)));
        reader.read(cell(full("web", "sales", "zh"), Cells.counts("conversations_closed", 2)));
        reader.read(cell(full("web", "support", "zh"), Cells.counts("conversations_closed", 4)));
        reader.read(cell(full("app", "support", "zh"), Cells.counts("conversations_closed", 8)));

        assertThat(read(closed, cut, "web").figure().value()).isEqualTo(3);
        assertThat(windows.read(Granularity.MINUTE, cut, 0, 10 * MINUTE).groups())
                .containsExactly(List.of("web"));
    }

    private static Map<String, String> full(String channel, String scene, String language) {
        Map<String, String> all = new HashMap<>();
        for (Dimension dimension : Dimension.values()) {
            all.put(dimension.id(), Dimension.UNKNOWN);
        }
        all.put("channel", channel);
        all.put("scene", scene);
        all.put("language", language);
        return all;
    }

    @Test
    void whatIsOldIsForgottenWithTheNamesOfItsGroups() {
        Cut cut = Cut.of(List.of("topic"), Map.of());
        MetricReader closed = watch("conversations_closed", null, null, cut);
        for (int i = 0; i < 3_000; i++) {
            reader.read(Cells.bytes(new Measurement(
                    "shop",
                    0,
                    1,
                    Measurement.Granularity.MINUTE,
                    i * MINUTE,
                    Map.of("topic", "t" + i),
                    Cells.counts("conversations_closed", i),
                    i)));
            windows.advance(i * MINUTE);
        }

        Tallies tallies = windows.read(Granularity.MINUTE, cut, 0, 3_000 * MINUTE);
        assertThat(tallies.groups()).hasSizeLessThan(100).contains(List.of("t2999"));
        assertThat(closed.read(tallies, List.of("t2999"), MINUTE).figure().value())
                .isEqualTo(2_999);
    }
}
