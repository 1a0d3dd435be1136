package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Transition;
import java.util.ArrayList;
import java.util.List;

/** What came of one round of evaluating. Mutable while it is gathered; not thread-safe. */
public final class Decided {
    private final List<Transition> transitions = new ArrayList<>();
    private int evaluations;
    private int breaches;
    private int errors;

    void judged(boolean breached, boolean failed) {
        evaluations++;
        breaches += breached ? 1 : 0;
        errors += failed ? 1 : 0;
    }

    void add(Transition transition) {
        transitions.add(transition);
    }

    /** Adds what came of another. */
    public void add(Decided other) {
        transitions.addAll(other.transitions);
        evaluations += other.evaluations;
        breaches += other.breaches;
        errors += other.errors;
    }

    /** To be stored, in this order. Those that change no state only tell how long it has held. */
    public List<Transition> transitions() {
        return transitions;
    }

    /** How many groups were judged. */
    public int evaluations() {
        return evaluations;
    }

    /** How many of them were found beyond their limit. */
    public int breaches() {
        return breaches;
    }

    /** How many could not be judged. */
    public int errors() {
        return errors;
    }
}
