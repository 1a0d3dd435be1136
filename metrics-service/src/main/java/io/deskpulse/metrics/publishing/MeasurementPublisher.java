package io.deskpulse.metrics.publishing;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.contracts.measurement.CountedUntil;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.CellRef;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStore.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sends the whole contents of changed cells of one partition and, once all of its minutes are there, how far that goes. Used by one thread
 * at a time.
 */
final class MeasurementPublisher {
    private final Keys keys;
    private final int generation;
    private final int partitions;
    private final PartitionStore store;
    private final Outbound outbound;
    private final PublishingConfig config;
    private final CellContents contents;
    private final TracedSending traces;
    private CompletableFuture<Void> underWay;
    private List<Scored> underWayCells;
    private long coarseSentMillis;
    private boolean more;
    /** Written by whoever hears that all was taken. */
    private volatile long told;

    MeasurementPublisher(
            Keys keys,
            int generation,
            int partitions,
            PartitionStore store,
            Outbound outbound,
            PublishingConfig config,
            Tracing tracing) {
        this.keys = keys;
        this.generation = generation;
        this.partitions = partitions;
        this.store = store;
        this.outbound = outbound;
        this.config = config;
        this.traces = new TracedSending(tracing, config.measurements());
        this.contents = new CellContents(keys.partition(), generation);
    }

    void begin() {
        underWay = null;
        more = false;
        told = 0;
    }

    /** What is sent next follows from these, by tenant. */
    void following(Map<String, String> headers) {
        traces.following(headers);
    }

    /** Whether there were more changed cells than are sent at once. */
    boolean hasMore() {
        return more;
    }

    /**
     * Goes on with sending.
     *
     * @param countedUntil the watermark that goes with the ledger
     */
    void publish(Ledger ledger, long countedUntil, long nowMillis) {
        if (underWay != null) {
            if (!underWay.isDone()) {
                return;
            }
            settle();
        }
        sendNext(ledger, countedUntil, nowMillis);
    }

    /** A cell that changed since it was sent has another score by now, and stays. */
    private void settle() {
        if (!underWay.isCompletedExceptionally() && !underWayCells.isEmpty()) {
            store.removeUnchanged(keys.dirty(), underWayCells);
        }
        underWay = null;
    }

    private void sendNext(Ledger ledger, long countedUntil, long nowMillis) {
        // Where coarse cells alone fill what is read at once, they must go first.
        boolean coarse =
                more || nowMillis - coarseSentMillis >= config.coarseEvery().toMillis();
        List<Scored> changed =
                store.first(List.of(keys.dirty()), config.cellsAtOnce()).get(0);
        more = changed.size() >= config.cellsAtOnce();
        List<Scored> chosen = new ArrayList<>();
        List<CellRef> cells = new ArrayList<>();
        for (Scored entry : changed) {
            CellRef cell = CellRef.parse(entry.member());
            if (coarse || cell.granularity() == Granularity.MINUTE) {
                chosen.add(entry);
                cells.add(cell);
            }
        }
        if (coarse) {
            coarseSentMillis = nowMillis;
        }
        send(chosen, contents.of(cells, ledger));
        if (!more && countedUntil > told) {
            tellWhenSent(new CountedUntil(countedUntil, keys.partition(), partitions, generation));
        }
    }

    private void send(List<Scored> entries, List<Measurement> measurements) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Measurement measurement : measurements) {
            sent.add(outbound.send(
                            config.measurements(),
                            measurement.tenant(),
                            MeasurementJson.write(measurement),
                            traces.header(measurement))
                    .toCompletableFuture());
        }
        underWayCells = entries;
        underWay = traces.ending(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
    }

    /** Not before all of it is there: a cell that was not taken is sent again later. */
    private void tellWhenSent(CountedUntil until) {
        Consumer<byte[]> everywhere = outbound.toAll(config.measurements());
        underWay = underWay.thenRun(() -> {
            everywhere.accept(until.bytes());
            told = until.countedUntil();
        });
    }
}
