package io.deskpulse.metrics.folding.cost;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.Timeless;
import io.deskpulse.metrics.folding.state.SeenEvents;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * The costs of one UTC day that name no conversation and whose hash ends alike: 256 shards a day keep what must be
 * remembered of each cost, that it was seen, in small pieces. Mutable, used by one thread.
 */
public final class CostShard implements Timeless {
    private static final int VERSION = 1;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long SHARDS = 256;

    private final SeenEvents seen;

    /** A shard without costs. */
    public CostShard() {
        this(new SeenEvents());
    }

    private CostShard(SeenEvents seen) {
        this.seen = seen;
    }

    /** The id of the shard that a cost belongs to: {@code <UTC day>:<last byte of its hash in hexadecimal>}. */
    public static String idOf(Event cost) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(cost.timeMillis(), DAY));
        return day + ":" + Long.toHexString(SeenEvents.hashOf(cost) & (SHARDS - 1));
    }

    /**
     * A shard as {@link #encode} wrote it.
     *
     * @throws io.deskpulse.metrics.folding.state.CorruptStateException where it did not write these bytes
     */
    public static CostShard decode(byte[] state) {
        StateReader reader = new StateReader(state, VERSION);
        CostShard decoded = new CostShard(SeenEvents.read(reader));
        reader.end();
        return decoded;
    }

    @Override
    public boolean apply(Event event, Arrival arrival, Filing filing, Consumer<Journey> journeys) {
        if (!seen.add(event)) {
            return false;
        }
        if (event.data() instanceof CostRecorded cost) {
            String handler = cost.handler() == null ? null : cost.handler().wire();
            Dimensions dimensions = Dimensions.UNKNOWN.with(Dimension.HANDLER, handler);
            filing.money(event.timeMillis(), dimensions, Measure.COST, cost.currency(), Money.micros(cost.amount()));
        }
        return true;
    }

    @Override
    public byte[] encode() {
        StateWriter writer = new StateWriter(seen.bytes() + 1, VERSION);
        seen.write(writer);
        return writer.toBytes();
    }
}
