package io.deskpulse.metrics.folding;

import io.deskpulse.contracts.event.Event;

/** Makes subjects. Thread-safe. */
public interface Subjects {
    /** The subject that an event belongs to, or null where it belongs to none that is counted here. */
    SubjectKey keyOf(Event event);

    /** A subject that nothing is known of yet. */
    Subject create(SubjectKey key);

    /** A subject as it was encoded. */
    Subject decode(SubjectKey key, byte[] state);
}
