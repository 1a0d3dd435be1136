package io.deskpulse.alerting.receiver.pace;

import java.time.Duration;
import java.util.List;

/** Whether something may be sent now. */
public sealed interface Turn {
    /**
     * It may.
     *
     * @param others that wait as well, the oldest first: they are sent with it, as a digest
     */
    record Go(List<Waiting> others) implements Turn {
        public Go {
            others = List.copyOf(others);
        }
    }

    /** Not yet. */
    record Wait(Duration pause) implements Turn {}

    /** A digest has told of it already. */
    record Told() implements Turn {}
}
