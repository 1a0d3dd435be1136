package io.deskpulse.testkit.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromqlTest {
    @Test
    void seriesAreFoundWithTheLabelsThatAreMatched() {
        Promql.Reads reads = Promql.read(
                """
                1 - sum(rate(events_bucket{le="5.0", job=~"a|b{1}"}[5m])) / sum(rate(events_count[5m]))
                or (max(lag) > bool 60 and lag > lag offset 15m)""");

        assertThat(reads.series())
                .isEqualTo(Map.of("events_bucket", Set.of("le", "job"), "events_count", Set.of(), "lag", Set.of()));
        assertThat(reads.grouping()).isEmpty();
    }

    @Test
    void groupingIsToldApartFromSeries() {
        Promql.Reads reads =
                Promql.read("histogram_quantile(0.99, sum by (job, le) (rate(slo:requests:rate5m{a!=\"x\"}[1h:1m])))");

        assertThat(reads.series()).isEqualTo(Map.of("slo:requests:rate5m", Set.of("a")));
        assertThat(reads.grouping()).containsExactly("job", "le");
    }
}
