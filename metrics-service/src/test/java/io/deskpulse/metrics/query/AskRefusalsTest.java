package io.deskpulse.metrics.query;

import static io.deskpulse.metrics.query.AskedShop.TENANT;
import static io.deskpulse.metrics.query.AskedShop.WEB;
import static io.deskpulse.metrics.query.AskedShop.asked;
import static io.deskpulse.metrics.query.AskedShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.query.Refusal.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be answered, and what is said instead. */
class AskRefusalsTest {
    private final AskedShop shop = new AskedShop();
    private final FiledCells one = shop.one;

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

        Refusal refusal = (Refusal) shop.reply(old);

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
        AskMetrics limited = shop.metrics(new Limits(3, 1_000, 1_000, 1_000));

        Reply reply = limited.ask(TENANT, asked("conversations_closed", "total", List.of("channel"), null))
                .await()
                .indefinitely();

        assertRefused(reply, Reason.TOO_LARGE, "by");
    }

    private void assertRefused(Asked asked, Reason reason, String parameter) {
        assertRefused(shop.reply(asked), reason, parameter);
    }

    private static void assertRefused(Reply reply, Reason reason, String parameter) {
        assertThat(reply).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.parameter()).isEqualTo(parameter);
        });
    }

    private static Asked question(String from, String to, String zone, String compare, String stat) {
        return new Asked("turns", from, to, null, null, null, zone, compare, stat);
    }
}
