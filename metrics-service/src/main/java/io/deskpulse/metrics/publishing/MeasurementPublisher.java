package io.deskpulse.metrics.publishing;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.CellRef;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStore.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends the whole contents of changed cells of one partition. Used by one thread at a time. */
final class MeasurementPublisher {
    private final Keys keys;
    private final PartitionStore store;
    private final Outbound outbound;
    private final PublishingConfig config;
    private final CellContents contents;
    private CompletableFuture<Void> underWay;
    private List<Scored> underWayCells;
    private long coarseSentMillis;

    MeasurementPublisher(Keys keys, int generation, PartitionStore store, Outbound outbound, PublishingConfig config) {
        this.keys = keys;
        this.store = store;
        this.outbound = outbound;
        this.config = config;
        this.contents = new CellContents(keys.partition(), generation);
    }

    void begin() {
        underWay = null;
    }

    /** Goes on with sending. */
    void publish(Ledger ledger, long nowMillis) {
        if (underWay != null) {
            if (!underWay.isDone()) {
                return;
            }
            settle();
        }
        sendNext(ledger, nowMillis);
    }

    /** A cell that changed since it was sent has another score by now, and stays. */
    private void settle() {
        if (!underWay.isCompletedExceptionally() && !underWayCells.isEmpty()) {
            store.removeUnchanged(keys.dirty(), underWayCells);
        }
        underWay = null;
    }

    private void sendNext(Ledger ledger, long nowMillis) {
        boolean coarse = nowMillis - coarseSentMillis >= config.coarseEvery().toMillis();
        List<Scored> chosen = new ArrayList<>();
        List<CellRef> cells = new ArrayList<>();
        for (Scored entry :
                store.first(List.of(keys.dirty()), config.cellsAtOnce()).get(0)) {
            CellRef cell = CellRef.parse(entry.member());
            if (coarse || cell.granularity() == Granularity.MINUTE) {
                chosen.add(entry);
                cells.add(cell);
            }
        }
        if (chosen.isEmpty()) {
            return;
        }
        if (coarse) {
            coarseSentMillis = nowMillis;
        }
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Measurement measurement : contents.of(cells, ledger)) {
            sent.add(outbound.send(config.measurements(), measurement.tenant(), MeasurementJson.write(measurement))
                    .toCompletableFuture());
        }
        underWayCells = chosen;
        underWay = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }
}
