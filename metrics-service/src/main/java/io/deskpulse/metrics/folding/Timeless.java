package io.deskpulse.metrics.folding;

import io.deskpulse.contracts.journey.Journey;
import java.util.function.Consumer;

/** A subject that time alone never changes: only events do. */
public interface Timeless extends Subject {
    @Override
    default Deadlines deadlines() {
        return Deadlines.NONE;
    }

    @Override
    default void timeOut(Clocks clocks, Filing filing, Consumer<Journey> journeys) {
        // nothing is ever due
    }
}
