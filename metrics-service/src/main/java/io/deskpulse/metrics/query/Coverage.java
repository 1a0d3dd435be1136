package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Retention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which stored buckets make up ranges of time exactly: whole UTC days where they fit, hours and minutes at the edges.
 * Mutable while it is built, not thread-safe.
 */
final class Coverage {
    private static final Granularity[] FINEST_FIRST = Granularity.values();

    private record Block(Granularity granularity, long number) {}

    private final Map<Block, int[]> pointsOfBlocks = new LinkedHashMap<>();
    private final Map<Granularity, Long> earliest = new EnumMap<>(Granularity.class);

    /** Each bucket is a point of its own, in order. */
    static Coverage of(Buckets buckets) {
        Coverage coverage = new Coverage();
        for (int point = 0; point < buckets.size(); point++) {
            coverage.add(buckets.start(point), buckets.end(point), point);
        }
        return coverage;
    }

    /** Makes a range part of a point. Both ends are whole minutes. */
    void add(long from, long to, int point) {
        add(from, to, point, FINEST_FIRST.length - 1);
    }

    private void add(long from, long to, int point, int coarsest) {
        if (from >= to) {
            return;
        }
        Granularity granularity = FINEST_FIRST[coarsest];
        long first = Math.floorDiv(from + granularity.millis() - 1, granularity.millis());
        long end = granularity.bucketOf(to);
        if (first >= end) {
            add(from, to, point, coarsest - 1);
            return;
        }
        add(from, first * granularity.millis(), point, coarsest - 1);
        take(granularity, first, end, point);
        add(end * granularity.millis(), to, point, coarsest - 1);
    }

    /** Makes the minutes of a range points of their own, from {@code firstPoint} on. */
    void addMinutes(long from, long to, int firstPoint) {
        long first = Granularity.MINUTE.bucketOf(from);
        long end = Granularity.MINUTE.bucketOf(to);
        for (long minute = first; minute < end; minute++) {
            take(Granularity.MINUTE, minute, minute + 1, firstPoint + (int) (minute - first));
        }
    }

    private void take(Granularity granularity, long first, long end, int point) {
        earliest.merge(granularity, first, Math::min);
        for (long bucket = first; bucket < end; bucket++) {
            pointsOf(new Block(granularity, granularity.blockOf(bucket)))[granularity.slotOf(bucket)] = point;
        }
    }

    private int[] pointsOf(Block block) {
        return pointsOfBlocks.computeIfAbsent(block, key -> {
            int[] points = new int[key.granularity().slots()];
            Arrays.fill(points, -1);
            return points;
        });
    }

    /** The blocks to read. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>(pointsOfBlocks.size());
        pointsOfBlocks.forEach((block, points) -> spans.add(new Span(block.granularity(), block.number(), points)));
        return List.copyOf(spans);
    }

    /** The granularity of which buckets are needed that are not kept any more, or null where all are. */
    Granularity forgotten(Measure measure, long nowMillis) {
        for (Granularity granularity : FINEST_FIRST) {
            Long first = earliest.get(granularity);
            if (first != null
                    && (first + 1) * granularity.millis() + Retention.millis(granularity, measure) <= nowMillis) {
                return granularity;
            }
        }
        return null;
    }
}
