package io.deskpulse.alerting.alert;

/**
 * The right to decide over a part of the alerts, such as those of the tenants in one partition: whoever took it last has it.
 *
 * @param part what it is for, such as {@code measurements-3}
 * @param epoch grows each time that somebody takes it
 */
public record Fence(String part, long epoch) {
    /** Somebody else decides by now; nothing was written. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Lost(Fence fence) {
            super("the fence of " + fence.part() + " was taken by another", null, false, false);
        }
    }
}
