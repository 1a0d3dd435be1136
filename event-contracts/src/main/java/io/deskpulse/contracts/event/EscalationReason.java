package io.deskpulse.contracts.event;

/** Why a conversation was handed to a human. {@link #LIMIT} is a technical limit and does not count as an escalation. */
public enum EscalationReason {
    REQUESTED("requested"),
    SENTIMENT("sentiment"),
    REPEATED("repeated"),
    UNRESOLVED("unresolved"),
    POLICY("policy"),
    LIMIT("limit");

    private final String wire;

    EscalationReason(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }

    /** The value that {@code wire} stands for, or null where it stands for none. */
    public static EscalationReason ofWire(String wire) {
        for (EscalationReason value : values()) {
            if (value.wire.equals(wire)) {
                return value;
            }
        }
        return null;
    }
}
