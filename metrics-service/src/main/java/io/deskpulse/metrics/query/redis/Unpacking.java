package io.deskpulse.metrics.query.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.List;

/** Adds what the partitions answered to the columns of the cuts. Used by one thread. */
final class Unpacking {
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
    void add(Response response) {
        PackedAnswer answer = new PackedAnswer(response.toBytes());
        answer.array();
        addWatermark(answer.string());
        addOutages(answer.string());
        for (Cut cut : cuts) {
            for (Span span : cut.spans()) {
                addBlock(cut, span, answer);
            }
        }
    }

    private void addWatermark(byte[] millis) {
        if (millis == null) {
            neverCounted = true;
        } else {
            watermark = Math.min(watermark, Long.parseLong(new String(millis, UTF_8)));
        }
    }

    /** All incidents of a tenant are in one partition. */
    private void addOutages(byte[] state) {
        if (outagesWanted && state != null) {
            IncidentLog log = IncidentLog.decode(state);
            outages = log::openMinutes;
        }
    }

    private void addBlock(Cut cut, Span span, PackedAnswer fields) {
        Shape shape = cut.measure().shape();
        boolean bundled = Bundle.of(cut.split(), cut.measure()) != null;
        for (int left = fields.array(); left > 0; left -= 2) {
            String name = new String(fields.string(), UTF_8);
            byte[] packed = fields.string();
            String field = shape == Shape.DISTINCT ? Split.withoutLast(name) : name;
            Column column = cut.columnOf(field);
            if (column != null) {
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
