package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of cells must do: the same questions about the same facts give the same answers. */
public abstract class CellReaderContract {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
    private static final Dimensions WEB = Dimensions.UNKNOWN
            .with(Dimension.CHANNEL, "web")
            .with(Dimension.SCENE, "presales")
            .with(Dimension.REGION, "华东");
    private static final Dimensions APP = WEB.with(Dimension.CHANNEL, "app");

    private final String tenant = "t-" + UUID.randomUUID();
    private final FiledCells one = new FiledCells(tenant);
    private final FiledCells two = new FiledCells(tenant);

    /** A store with these cells, a list for each partition, whose partitions are counted up to {@code watermark}. */
    protected abstract CellReader holding(String tenant, Long watermark, List<FiledCells> partitions);

    @Test
    void counts_means_distributions_money_and_distinct_counts_are_read_in_every_split_and_granularity() {
        fileAll();
        CellReader store = holding(tenant, NOW.toEpochMilli(), List.of(one, two));
        CellReader fake = new FakeCells(one, two).asOf(NOW.toEpochMilli());

        for (String metric : List.of(
                "resolution_rate",
                "messages",
                "first_response_time",
                "turns",
                "cost_per_conversation",
                "visitors",
                "concurrent_conversations",
                "hours_saved")) {
            for (String step : List.of("total", "minute", "hour", "day")) {
                for (List<String> by : List.of(List.<String>of(), List.of("region"), List.of("scene", "channel"))) {
                    Asked asked = new Asked(metric, "2026-11-20", "2026-11-21", step, by, null, null, null, null);
                    assertThat(ask(store, asked)).as("%s", asked).isEqualTo(ask(fake, asked));
                }
            }
        }
    }

    private void fileAll() {
        for (int i = 0; i < 30; i++) {
            FiledCells cells = i % 3 == 0 ? one : two;
            Dimensions dimensions = i % 4 == 0 ? APP : WEB;
            long time = Instant.parse("2026-11-20T10:00:00Z").toEpochMilli() + i * 1_234_567L;
            cells.count(time, dimensions, Measure.OPENED, 1);
            cells.count(time + 2_000_000, dimensions, Measure.LEFT, 1);
            cells.count(time, dimensions, Measure.CONVERSATIONS_CLOSED, 1);
            cells.count(time, dimensions, Measure.RESOLVED_BY_BOT, i % 2);
            cells.count(time, dimensions, Measure.MESSAGES_BOT, i);
            cells.quantity(time, dimensions, Measure.FIRST_RESPONSE_TIME, i * 700L, 1);
            cells.quantity(time, dimensions, Measure.TURNS, i, 1);
            cells.quantity(time, dimensions, Measure.HUMAN_HANDLING_TIME, i * 60_000L, 1);
            cells.money(time, dimensions, Measure.COST, i % 2 == 0 ? "CNY" : "USD", i * 1_000_000L);
            cells.distinct(time, dimensions, Measure.VISITORS, "visitor-" + i / 2 + "-" + i % 3);
        }
    }

    @Test
    void another_tenants_cells_are_not_seen() {
        fileAll();
        CellReader store = holding(tenant, NOW.toEpochMilli(), List.of(one, two));

        Answer answer = (Answer) new AskMetrics(Catalogue.load(), store, Clock.fixed(NOW, ZoneOffset.UTC))
                .ask(
                        tenant + "x",
                        new Asked("messages", "2026-11-20", "2026-11-21", null, null, null, null, null, null))
                .await()
                .indefinitely();

        assertThat(answer.series().get(0).points().get(0).figure().value()).isZero();
    }

    @Test
    void all_is_counted_up_to_the_least_watermark() {
        CellReader store = holding(tenant, 1_000L, List.of(one, two));

        assertThat(store.read(tenant, List.of(), false).await().indefinitely().asOfMillis())
                .isEqualTo(1_000);
    }

    @Test
    void where_a_partition_was_never_counted_nothing_is_known_to_be_complete() {
        CellReader store = holding(tenant, null, List.of(one, two));

        assertThat(store.read(tenant, List.of(), false).await().indefinitely().asOfMillis())
                .isNull();
    }

    private Reply ask(CellReader cells, Asked asked) {
        return new AskMetrics(Catalogue.load(), cells, Clock.fixed(NOW, ZoneOffset.UTC))
                .ask(tenant, asked)
                .await()
                .indefinitely();
    }
}
