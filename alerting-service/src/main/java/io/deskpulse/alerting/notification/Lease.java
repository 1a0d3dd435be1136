package io.deskpulse.alerting.notification;

import java.time.Instant;

/**
 * The right to tell a group, until it ends or another takes it. Immutable.
 *
 * @param fence grows each time that somebody takes the group; what is written under a lesser one is refused
 * @param changes how often the group had changed when it was taken
 * @param routing version of the routing by which its alerts were put into it
 * @param dueAt since when it waited
 */
public record Lease(Group group, long fence, long changes, long routing, Instant dueAt) {
    /** Another has taken the group: whoever had it stops, and what it has not written is not written. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Lost() {
            super("the group was taken by another", null, false, false);
        }
    }
}
