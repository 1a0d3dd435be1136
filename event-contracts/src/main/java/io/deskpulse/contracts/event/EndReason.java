package io.deskpulse.contracts.event;

/** How a conversation ended. */
public enum EndReason {
    COMPLETED("completed"),
    ABANDONED("abandoned"),
    CLOSED("closed"),
    TIMEOUT("timeout");

    private final String wire;

    EndReason(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static EndReason ofWire(String wire) {
        for (EndReason value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
