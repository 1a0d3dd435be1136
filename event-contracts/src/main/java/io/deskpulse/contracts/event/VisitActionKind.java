package io.deskpulse.contracts.event;

/** What a visitor did with the chat widget or a link. */
public enum VisitActionKind {
    WIDGET_SHOWN("widget_shown"),
    WIDGET_OPENED("widget_opened"),
    LINK_CLICKED("link_clicked");

    private final String wire;

    VisitActionKind(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static VisitActionKind ofWire(String wire) {
        for (VisitActionKind value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
