package io.deskpulse.metrics.query;

import java.util.List;

class FakeCellsTest extends CellReaderContract {
    @Override
    protected CellReader holding(String tenant, Long watermark, List<FiledCells> partitions) {
        FakeCells cells = new FakeCells(partitions.toArray(FiledCells[]::new));
        return watermark == null ? cells : cells.asOf(watermark);
    }
}
