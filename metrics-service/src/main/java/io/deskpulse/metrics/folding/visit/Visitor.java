package io.deskpulse.metrics.folding.visit;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.VisitAction;
import io.deskpulse.contracts.event.VisitActionKind;
import io.deskpulse.contracts.event.VisitEnded;
import io.deskpulse.contracts.event.VisitStarted;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.Timeless;
import io.deskpulse.metrics.folding.state.SeenEvents;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.function.Consumer;

/**
 * One visitor: visits one after the other, each from its {@code visit.started} on, in order of arrival. Mutable, used
 * by one thread.
 */
public final class Visitor implements Timeless {
    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 64;
    private static final double MILLIS = 1000;

    private final SeenEvents seen;
    private VisitAttributes attributes;
    /** The widget was opened or a link clicked in this visit. */
    private boolean engaged;

    /** A visitor of whom nothing is known. */
    public Visitor() {
        this(new SeenEvents(), VisitAttributes.UNKNOWN, false);
    }

    private Visitor(SeenEvents seen, VisitAttributes attributes, boolean engaged) {
        this.seen = seen;
        this.attributes = attributes;
        this.engaged = engaged;
    }

    /**
     * A visitor as {@link #encode} wrote it.
     *
     * @throws io.deskpulse.metrics.folding.state.CorruptStateException where it did not write these bytes
     */
    public static Visitor decode(byte[] state) {
        StateReader reader = new StateReader(state, VERSION);
        VisitAttributes attributes = VisitAttributes.read(reader);
        boolean engaged = reader.readBoolean();
        Visitor decoded = new Visitor(SeenEvents.read(reader), attributes, engaged);
        reader.end();
        return decoded;
    }

    @Override
    public boolean apply(Event event, Arrival arrival, Filing filing, Consumer<Journey> journeys) {
        if (!seen.add(event)) {
            return false;
        }
        if (event.data() instanceof VisitStarted started) {
            attributes = VisitAttributes.of(started);
            engaged = false;
            filing.distinct(event.timeMillis(), attributes.dimensions(), Measure.VISITORS, event.subject());
        } else if (event.data() instanceof VisitAction action) {
            act(action.action(), event.timeMillis(), filing);
        } else if (event.data() instanceof VisitEnded ended) {
            end(ended, event.timeMillis(), filing);
        }
        return true;
    }

    @Override
    public byte[] encode() {
        StateWriter writer = new StateWriter(USUAL_BYTES + seen.bytes(), VERSION);
        attributes.write(writer);
        writer.writeBoolean(engaged);
        seen.write(writer);
        return writer.toBytes();
    }

    private void act(VisitActionKind action, long timeMillis, Filing filing) {
        Dimensions dimensions = attributes.dimensions();
        engaged |= action != VisitActionKind.WIDGET_SHOWN;
        switch (action) {
            case WIDGET_SHOWN -> filing.count(timeMillis, dimensions, Measure.WIDGETS_SHOWN, 1);
            case WIDGET_OPENED -> filing.count(timeMillis, dimensions, Measure.WIDGETS_OPENED, 1);
            case LINK_CLICKED -> {
                // counts against a bounce only
            }
        }
    }

    private void end(VisitEnded ended, long timeMillis, Filing filing) {
        Dimensions dimensions = attributes.dimensions();
        filing.count(timeMillis, dimensions, Measure.VISITS_ENDED, 1);
        if (ended.pages() != null && ended.pages() == 1 && !engaged) {
            filing.count(timeMillis, dimensions, Measure.BOUNCES, 1);
        }
        if (ended.seconds() != null) {
            long millis = Math.round(ended.seconds() * MILLIS);
            filing.quantity(timeMillis, dimensions, Measure.VISIT_DURATION, millis, 1);
        }
    }
}
