package io.deskpulse.contracts.event;

/** Whether the customer said that the problem is solved, or the platform assumes it. */
public enum Confirmation {
    CONFIRMED("confirmed"),
    ASSUMED("assumed");

    private final String wire;

    Confirmation(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static Confirmation ofWire(String wire) {
        for (Confirmation value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
