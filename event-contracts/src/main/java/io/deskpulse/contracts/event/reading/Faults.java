package io.deskpulse.contracts.event.reading;

import io.deskpulse.contracts.event.reading.Reading.Fault;

/** The kinds of fault an event can have: stable problem types, the same in answers to clients and in dead letters. */
public final class Faults {
    private static final String PROBLEM = "urn:deskpulse:problem:";

    /** No JSON object in UTF-8. */
    public static final String MALFORMED_JSON = PROBLEM + "malformed-json";
    /** Larger than one event may be. */
    public static final String EVENT_TOO_LARGE = PROBLEM + "event-too-large";
    /** Objects and arrays nest too deep. */
    public static final String NESTED_TOO_DEEP = PROBLEM + "nested-too-deep";
    /** Something required is not there. */
    public static final String MISSING_FIELD = PROBLEM + "missing-field";
    /** The same name stands there twice. */
    public static final String DUPLICATE_FIELD = PROBLEM + "duplicate-field";
    /** Another JSON type than the rule asks for. */
    public static final String WRONG_TYPE = PROBLEM + "wrong-type";
    /** Out of range, too long, not of the form or not among the words allowed. */
    public static final String INVALID_VALUE = PROBLEM + "invalid-value";
    /** No such event type. */
    public static final String UNKNOWN_EVENT_TYPE = PROBLEM + "unknown-event-type";
    /** The sender may not send this event type. */
    public static final String EVENT_TYPE_NOT_ALLOWED = PROBLEM + "event-type-not-allowed";
    /** Too far in the future or too old. */
    public static final String TIME_OUT_OF_RANGE = PROBLEM + "time-out-of-range";
    /** Names another tenant than the token. */
    public static final String TENANT_MISMATCH = PROBLEM + "tenant-mismatch";
    /** A version of the data's schema that is not known. */
    public static final String UNSUPPORTED_SCHEMA = PROBLEM + "unsupported-schema";
    /** The data is no JSON. */
    public static final String UNSUPPORTED_CONTENT_TYPE = PROBLEM + "unsupported-content-type";

    private Faults() {}

    static Fault malformed(String detail) {
        return new Fault(MALFORMED_JSON, "", detail);
    }

    static Fault missing(String pointer) {
        return new Fault(MISSING_FIELD, pointer, "This field is required; add it.");
    }

    static Fault duplicate(String pointer) {
        return new Fault(DUPLICATE_FIELD, pointer, "This field stands there twice; send it once.");
    }

    static Fault wrongType(String expected) {
        return new Fault(WRONG_TYPE, "", "Send " + expected + ".");
    }

    static Fault invalid(String rule) {
        return new Fault(INVALID_VALUE, "", rule);
    }
}
