package io.deskpulse.contracts.event.reading;

import java.util.HashMap;
import java.util.Map;

/** The CloudEvents attributes that mean something to Deskpulse. Others are extensions and are ignored. */
public enum Attribute {
    SPECVERSION,
    ID,
    SOURCE,
    TYPE,
    SUBJECT,
    TIME,
    DATACONTENTTYPE,
    DATASCHEMA,
    TENANT;

    private static final Map<String, Attribute> BY_WIRE = new HashMap<>();

    static {
        for (Attribute attribute : values()) {
            BY_WIRE.put(attribute.wire, attribute);
        }
    }

    private final String wire = name().toLowerCase(java.util.Locale.ROOT);
    private final String pointer = "/" + wire;

    /** Its CloudEvents name. */
    public String wire() {
        return wire;
    }

    /** Where it stands in a structured event. */
    public String pointer() {
        return pointer;
    }

    /** The attribute of that CloudEvents name, or null. */
    public static Attribute ofWire(String wire) {
        return BY_WIRE.get(wire);
    }
}
