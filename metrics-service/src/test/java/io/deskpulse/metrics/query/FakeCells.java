package io.deskpulse.metrics.query;

import io.deskpulse.metrics.cell.BlockId;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.SeriesVisitor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Cells in memory. */
final class FakeCells implements CellReader {
    private final List<FiledCells> partitions;
    private Long asOf;
    private Outages outages = Outages.NONE;

    FakeCells(FiledCells... partitions) {
        this.partitions = List.of(partitions);
    }

    FakeCells asOf(long millis) {
        asOf = millis;
        return this;
    }

    FakeCells outages(Outages some) {
        outages = some;
        return this;
    }

    @Override
    public Uni<Reading> read(String tenant, List<Cut> cuts, boolean outagesWanted) {
        for (FiledCells partition : partitions) {
            for (Cut cut : cuts) {
                read(tenant, partition, cut);
            }
        }
        return Uni.createFrom().item(new Reading(asOf, outagesWanted ? outages : Outages.NONE));
    }

    private static void read(String tenant, FiledCells partition, Cut cut) {
        for (Span span : cut.spans()) {
            BlockId id = new BlockId(tenant, span.granularity(), span.block(), cut.split(), cut.measure());
            partition.blocks().getOrDefault(id, Map.of()).forEach((field, series) -> {
                Column column = cut.columnOf(field);
                if (column != null) {
                    SeriesCodec.visit(cut.measure().shape(), SeriesCodec.encode(series), new SeriesVisitor() {
                        @Override
                        public void bucket(int slot, long count, long sum, long squares) {
                            int point = span.points()[slot];
                            if (point >= 0) {
                                column.add(point, count, sum, squares);
                            }
                        }

                        @Override
                        public void bin(int slot, int index, long number) {
                            if (span.points()[slot] >= 0) {
                                column.addBin(span.points()[slot], index, number);
                            }
                        }
                    });
                }
            });
        }
    }
}
