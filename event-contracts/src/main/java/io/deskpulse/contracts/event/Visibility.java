package io.deskpulse.contracts.event;

/** Whether the customer sees a message. */
public enum Visibility {
    PUBLIC("public"),
    PRIVATE("private");

    private final String wire;

    Visibility(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static Visibility ofWire(String wire) {
        for (Visibility value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
