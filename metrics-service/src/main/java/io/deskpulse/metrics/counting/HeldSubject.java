package io.deskpulse.metrics.counting;

import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.SubjectKey;

/** A subject in memory. Mutable, not thread-safe. */
final class HeldSubject {
    final SubjectKey key;
    final byte[] storeKey;
    final Subject subject;

    /** False for one that the store knows nothing of. */
    boolean stored;

    /** Lower bounds of its deadlines as the timers hold them; MAX_VALUE where they hold none. */
    Deadlines filed;

    boolean changed;

    HeldSubject(SubjectKey key, byte[] storeKey, Subject subject, boolean stored) {
        this.key = key;
        this.storeKey = storeKey;
        this.subject = subject;
        this.stored = stored;
        this.filed = subject.deadlines();
    }
}
