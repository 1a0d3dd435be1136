package io.deskpulse.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.catalogue.measure.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void every_measure_serves_a_live_metric() {
        Set<Measure> used = EnumSet.noneOf(Measure.class);

        CATALOGUE.metrics().stream()
                .filter(Metric::live)
                .map(Metric::inputs)
                .flatMap(inputs -> Stream.of(inputs.numerator(), inputs.less(), inputs.weights(), inputs.denominator()))
                .map(Inputs::measures)
                .forEach(used::addAll);

        // UNRESOLVED completes the outcomes, which reconciliation adds up to the closed episodes.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(used))).containsExactly(Measure.UNRESOLVED);
    }

    @Test
    void what_waits_for_journeys_or_orders_is_defined_but_not_live() {
        assertThat(CATALOGUE.find("customers")).get().satisfies(customers -> {
            assertThat(customers.live()).isFalse();
            assertThat(customers.needs()).containsExactly(Need.JOURNEYS);
        });
        assertThat(CATALOGUE.find("consult_conversion_rate").orElseThrow().needs())
                .containsExactlyInAnyOrder(Need.JOURNEYS, Need.ORDERS);
        assertThat(CATALOGUE.find("resolution_rate").orElseThrow().live()).isTrue();
    }

    @Test
    void targets_are_those_of_the_design() {
        assertThat(CATALOGUE.find("escalation_rate").orElseThrow().target().atMost())
                .isEqualTo(0.15);
        assertThat(CATALOGUE
                        .find("overall_resolution_rate")
                        .orElseThrow()
                        .target()
                        .atLeast())
                .isEqualTo(0.85);
        assertThat(CATALOGUE.find("bot_first_response_time").orElseThrow().target())
                .satisfies(target -> assertThat(target.stat()).isEqualTo(Stat.P90))
                .satisfies(target -> assertThat(target.isMetBy(0.9)).isTrue())
                .satisfies(target -> assertThat(target.isMetBy(1.1)).isFalse());
    }

    @Test
    void top_boxes_are_those_of_the_design() {
        assertThat(Stream.of("csat_rate", "csat3_rate", "csat7_rate", "csat10_rate", "ces_easy_rate", "ces5_easy_rate")
                        .map(id -> CATALOGUE.find(id).orElseThrow().inputs().from()))
                .containsExactly(4, 3, 6, 8, 5, 4);
    }

    @Test
    void no_two_metrics_share_a_name() {
        assertThat(CATALOGUE.metrics().stream().map(metric -> metric.name().en()))
                .doesNotHaveDuplicates();
        assertThat(CATALOGUE.metrics().stream().map(metric -> metric.name().zh()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_wrong_entry_is_named_with_its_fault() {
        assertFault("unit: ratio", "unit: percent", "metric sample: unit: unknown value percent");
        assertFault("denominator: [involved]", "", "metric sample: denominator: missing");
        assertFault("[answered]", "[answred]", "metric sample: measure answred: there is none of that name");
        assertFault("[answered]", "[cost]", "metric sample: measure cost: the formula ratio cannot use a money");
        assertFault("formula: ratio", "formula: ratio\n    from: 4", "metric sample: from: missing, or one too many");
        assertFault("zh: 样本", "xx: y", "metric sample: name.zh: missing");
        assertFault("live: true", "live: true\n    neeeds: [orders]", "metric sample: neeeds: there is no such field");
        assertFault("live: true", "live: false", "metric sample: needs: ");
    }

    @Test
    void an_id_stands_once_only() throws IOException {
        List<Metric> twice = List.of(read(SAMPLE).get(0), read(SAMPLE).get(0));

        assertThatThrownBy(() -> Catalogue.of(twice)).hasMessage("metric sample: id: there are two of it");
    }

    private static final String SAMPLE =
            """
            metrics:
              - id: sample
                version: 1
                name: {en: Sample, zh: 样本}
                description: {en: A sample., zh: 一个样本。}
                unit: ratio
                kind: rate
                formula: ratio
                numerator: [answered]
                denominator: [involved]
                cohort: close
                direction: higher
                rows: {of: episodes}
                live: true
            """;

    private static void assertFault(String part, String replacement, String message) {
        assertThat(SAMPLE).contains(part);
        assertThatThrownBy(() -> read(SAMPLE.replace(part, replacement)))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessageContaining(message);
    }

    private static List<Metric> read(String yaml) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            return CatalogueReader.read(bytes);
        }
    }
}
