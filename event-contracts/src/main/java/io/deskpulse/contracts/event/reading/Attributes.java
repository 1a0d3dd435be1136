package io.deskpulse.contracts.event.reading;

/** The CloudEvents attributes of one event as they were sent, unchecked. Mutable, for one thread. */
public final class Attributes {
    private static final int SIZE = Attribute.values().length;

    private final String[] values = new String[SIZE];

    /** The value sent, or null. */
    public String get(Attribute attribute) {
        return values[attribute.ordinal()];
    }

    /** Notes what was sent. */
    public void set(Attribute attribute, String value) {
        values[attribute.ordinal()] = value;
    }
}
