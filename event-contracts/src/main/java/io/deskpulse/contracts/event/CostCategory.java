package io.deskpulse.contracts.event;

/** What money was spent on: the subject of a cost event. */
public enum CostCategory {
    LABOUR("labour"),
    PLATFORM("platform"),
    MODEL("model"),
    OTHER("other");

    private final String wire;

    CostCategory(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static CostCategory ofWire(String wire) {
        for (CostCategory value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
