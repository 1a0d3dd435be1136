package io.deskpulse.contracts.event;

/** The nature of an incident. */
public enum IncidentKind {
    CRASH("crash"),
    NETWORK("network"),
    DATA_LOSS("data_loss"),
    SLOW("slow"),
    OTHER("other");

    private final String wire;

    IncidentKind(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static IncidentKind ofWire(String wire) {
        for (IncidentKind value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
