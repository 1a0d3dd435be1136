package io.deskpulse.contracts.event;

/** What a conversation is about. */
public enum Scene {
    PRESALES("presales"),
    AFTERSALES("aftersales"),
    COMPLAINT("complaint"),
    OTHER("other");

    private final String wire;

    Scene(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static Scene ofWire(String wire) {
        for (Scene value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
