package io.deskpulse.alerting.alert;

import java.util.List;

/** Where whoever evaluates writes what was decided, and finds it again. Calls block; thread-safe. */
public interface Decisions {
    /** Takes the right to decide from whoever has it. */
    Fence take(String part);

    /**
     * Stores transitions, with all that follows from them (history, the outbox of the topic {@code alerts}, notifications to be sent), all
     * or nothing.
     *
     * @throws Fence.Lost where another has taken the fence; the caller stops
     */
    void record(Fence fence, List<Transition> transitions);

    /** The alerts of a tenant that are not normal. */
    List<Alert> standing(String tenant);
}
