package io.deskpulse.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where whoever evaluates writes what was decided, and finds it again. Calls block; thread-safe. */
public interface Decisions {
    /** Takes the right to decide from whoever has it. */
    Fence take(String part);

    /**
     * Stores transitions, with all that follows from them (history, the outbox of the topic {@code alerts}, notifications to be sent), all
     * or nothing. One from a state to the same one is a checkpoint: it keeps {@code at}, {@code decidedAt} and {@code held} of an alert that
     * stands so, and is no history. What is stored decides what an alert comes from: what is decided twice changes nothing the second time.
     *
     * @throws Fence.Lost where another has taken the fence; the caller stops
     */
    void record(Fence fence, List<Transition> transitions);

    /** The alerts of a tenant that are not normal, of all rules: whoever evaluates leaves alone what others decide ({@link #standing(Set)}). */
    List<Alert> standing(String tenant);

    /** The alerts of all tenants that are not normal and have one of these rules. */
    List<Alert> standing(Set<String> rules);

    /** The tenants that have any. */
    List<String> standingTenants();

    /**
     * The alerts of all tenants that are normal because somebody ended them since a moment ({@link Reason#RESOLVED_BY_HAND}). Whoever evaluates asks
     * once a second, and begins anew with each whose {@code last().decidedAt()} is after their own last transition of it. Cheap.
     */
    List<Alert> endedByHand(Instant since);
}
