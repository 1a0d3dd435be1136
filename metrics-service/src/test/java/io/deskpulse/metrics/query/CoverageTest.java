package io.deskpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final long BASE = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
    private static final long NOW = Instant.parse("2026-11-21T12:00:30Z").toEpochMilli();

    private record Piece(long from, long to, int point) {}

    @Property
    void cells_cover_a_range_exactly_once(
            @ForAll @IntRange(max = 20_000) int fromMinute, @ForAll @IntRange(min = 1, max = 20_000) int minutes) {
        long from = BASE + fromMinute * 60_000L;
        long to = from + minutes * 60_000L;
        Coverage coverage = new Coverage();

        coverage.add(from, to, 7);

        List<Piece> pieces = pieces(coverage);
        assertThat(pieces.get(0).from()).isEqualTo(from);
        assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(to);
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
        }
        assertThat(pieces).allMatch(piece -> piece.point() == 7);
    }

    @Test
    void days_of_utc_are_made_of_days() {
        assertThat(granularities("2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z", "UTC"))
                .containsOnly(Granularity.DAY);
    }

    @Test
    void days_of_shanghai_are_made_of_hours() {
        assertThat(granularities("2026-11-01T16:00:00Z", "2026-11-05T16:00:00Z", "Asia/Shanghai"))
                .containsOnly(Granularity.HOUR);
    }

    @Test
    void days_of_a_zone_with_half_hours_have_minutes_at_their_edges() {
        assertThat(granularities("2026-11-01T18:30:00Z", "2026-11-02T18:30:00Z", "Asia/Kolkata"))
                .containsOnly(Granularity.HOUR, Granularity.MINUTE);
    }

    @Test
    void what_is_not_kept_any_more_is_noticed() {
        assertThat(forgotten("2026-11-19T11:59:00Z", "2026-11-20T00:00:00Z")).isEqualTo(Granularity.MINUTE);
        assertThat(forgotten("2026-11-19T12:01:00Z", "2026-11-20T00:00:00Z")).isNull();
        assertThat(forgotten("2026-10-11T01:00:00Z", "2026-11-20T00:00:00Z")).isEqualTo(Granularity.HOUR);
        assertThat(forgotten("2026-10-11T00:00:00Z", "2026-11-20T00:00:00Z")).isNull();
        assertThat(forgotten("2023-10-11T00:00:00Z", "2026-11-20T00:00:00Z")).isEqualTo(Granularity.DAY);
    }

    private static Granularity forgotten(String from, String to) {
        Coverage coverage = new Coverage();
        coverage.add(Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli(), 0);
        return coverage.forgotten(Measure.INVOLVED, NOW);
    }

    private static List<Granularity> granularities(String from, String to, String zone) {
        Buckets buckets = Buckets.of(Instant.parse(from), Instant.parse(to), Step.DAY, ZoneId.of(zone), 1_000);
        return Coverage.of(buckets).spans().stream().map(Span::granularity).toList();
    }

    private static List<Piece> pieces(Coverage coverage) {
        List<Piece> pieces = new ArrayList<>();
        for (Span span : coverage.spans()) {
            for (int slot = 0; slot < span.points().length; slot++) {
                if (span.points()[slot] >= 0) {
                    long from = span.bucket(slot) * span.granularity().millis();
                    pieces.add(new Piece(from, from + span.granularity().millis(), span.points()[slot]));
                }
            }
        }
        pieces.sort(Comparator.comparingLong(Piece::from));
        return pieces;
    }
}
