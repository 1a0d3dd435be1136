package io.deskpulse.contracts.event;

/** Who speaks, starts a conversation, resolves it or causes a cost. */
public enum Party {
    CUSTOMER("customer"),
    BOT("bot"),
    HUMAN("human");

    private final String wire;

    Party(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static Party ofWire(String wire) {
        for (Party value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
