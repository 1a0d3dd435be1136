package io.deskpulse.contracts.event;

/** The kind of a survey question. */
public enum QuestionKind {
    CSAT("csat"),
    NPS("nps"),
    CES("ces"),
    RATING("rating"),
    CHOICE("choice"),
    TEXT("text");

    private final String wire;

    QuestionKind(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static QuestionKind ofWire(String wire) {
        for (QuestionKind value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
