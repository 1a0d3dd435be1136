package io.deskpulse.metrics.query.redis;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.cell.Bundle;
import io.deskpulse.metrics.cell.BundleCodec;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.SeriesVisitor;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.folding.incident.IncidentLog;
import io.deskpulse.metrics.query.CellReader.Outages;
import io.deskpulse.metrics.query.CellReader.Reading;
import io.deskpulse.metrics.query.Column;
import io.deskpulse.metrics.query.Cut;
import io.deskpulse.metrics.query.Span;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Adds what the partitions answered to the columns of the cuts. Used by one thread. */
final class Unpacking {
    private static final int BEFORE_BLOCKS = 2;

    private final List<Cut> cuts;
    private final boolean outagesWanted;
    private final ColumnAdder adder = new ColumnAdder();
    private long watermark = Long.MAX_VALUE;
    private boolean neverCounted;
    private Outages outages = Outages.NONE;

    Unpacking(List<Cut> cuts, boolean outagesWanted) {
        this.cuts = cuts;
        this.outagesWanted = outagesWanted;
    }

    /** Adds the answer of one partition, which has the order of the keys that were read. */
    void add(Response answer) {
        addWatermark(answer.get(0));
        addOutages(answer.get(1));
        int next = BEFORE_BLOCKS;
        for (Cut cut : cuts) {
            for (Span span : cut.spans()) {
                addBlock(cut, span, answer.get(next++));
            }
        }
    }

    private void addWatermark(Response millis) {
        if (millis == null) {
            neverCounted = true;
        } else {
            watermark = Math.min(watermark, millis.toLong());
        }
    }

    /** All incidents of a tenant are in one partition. */
    private void addOutages(Response state) {
        if (outagesWanted && state != null) {
            IncidentLog log = IncidentLog.decode(state.toBytes());
            outages = log::openMinutes;
        }
    }

    private void addBlock(Cut cut, Span span, Response fields) {
        Shape shape = cut.measure().shape();
        boolean bundled = Bundle.of(cut.split(), cut.measure()) != null;
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            String name = fields.get(i).toString(StandardCharsets.UTF_8);
            String field = shape == Shape.DISTINCT ? Split.withoutLast(name) : name;
            Column column = cut.columnOf(field);
            if (column != null) {
                byte[] packed = fields.get(i + 1).toBytes();
                SeriesVisitor visitor = adder.into(span.points(), column);
                if (bundled) {
                    BundleCodec.visit(cut.measure(), packed, visitor);
                } else {
                    SeriesCodec.visit(shape, packed, visitor);
                }
            }
        }
    }

    /** What was read beside the cells. */
    Reading reading() {
        return new Reading(neverCounted ? null : watermark, outages);
    }

    /** One for all series, so that nothing is allocated for each. */
    private static final class ColumnAdder implements SeriesVisitor {
        private int[] points;
        private Column column;

        ColumnAdder into(int[] newPoints, Column newColumn) {
            points = newPoints;
            column = newColumn;
            return this;
        }

        @Override
        public void bucket(int slot, long count, long sum, long squares) {
            if (points[slot] >= 0) {
                column.add(points[slot], count, sum, squares);
            }
        }

        @Override
        public void bin(int slot, int index, long number) {
            if (points[slot] >= 0) {
                column.addBin(points[slot], index, number);
            }
        }
    }
}
