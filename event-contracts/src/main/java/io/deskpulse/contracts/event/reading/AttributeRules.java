package io.deskpulse.contracts.event.reading;

import static io.deskpulse.contracts.event.reading.Attribute.DATACONTENTTYPE;
import static io.deskpulse.contracts.event.reading.Attribute.DATASCHEMA;
import static io.deskpulse.contracts.event.reading.Attribute.ID;
import static io.deskpulse.contracts.event.reading.Attribute.SOURCE;
import static io.deskpulse.contracts.event.reading.Attribute.SPECVERSION;
import static io.deskpulse.contracts.event.reading.Attribute.SUBJECT;
import static io.deskpulse.contracts.event.reading.Attribute.TENANT;
import static io.deskpulse.contracts.event.reading.Attribute.TIME;
import static io.deskpulse.contracts.event.reading.Attribute.TYPE;

import io.deskpulse.contracts.event.CostCategory;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;

/** The rules that the CloudEvents attributes follow, whatever the type. Stateless. */
final class AttributeRules {
    static final long MAX_AHEAD_MILLIS = 5 * 60_000L;
    static final long MAX_AGE_MILLIS = 400 * 86_400_000L;

    private static final Fault NO_VERSION =
            Faults.invalid("Send specversion 1.0.").under(SPECVERSION.pointer());
    private static final Fault NO_TIME =
            Faults.invalid("Send an RFC 3339 date-time with its offset.").under(TIME.pointer());
    private static final Fault AHEAD = new Fault(
            Faults.TIME_OUT_OF_RANGE, TIME.pointer(), "The time is more than 5 minutes ahead; set the sender's clock.");
    private static final Fault OLD =
            new Fault(Faults.TIME_OUT_OF_RANGE, TIME.pointer(), "The time is more than 400 days ago; leave it out.");
    private static final Fault OTHER_TENANT = new Fault(
            Faults.TENANT_MISMATCH, TENANT.pointer(), "The token belongs to another tenant; leave the attribute out.");
    private static final Fault OTHER_CLOCK = new Fault(
            Faults.TENANT_MISMATCH, SUBJECT.pointer(), "The subject of clock.advanced is the tenant of the token.");
    private static final Fault NO_CATEGORY =
            Faults.invalid("Send one of: labour, platform, model, other.").under(SUBJECT.pointer());
    private static final Fault OTHER_CONTENT = new Fault(
            Faults.UNSUPPORTED_CONTENT_TYPE, DATACONTENTTYPE.pointer(), "Send application/json, or leave it out.");
    private static final Fault OTHER_SCHEMA = new Fault(
            Faults.UNSUPPORTED_SCHEMA, DATASCHEMA.pointer(), "Only version 1 is known; send a URI that ends in /1.");

    private AttributeRules() {}

    /** The first fault of the attributes apart from type and time, or null. */
    static Fault check(Attributes attributes, EventType type, String tenant) {
        if (attributes.get(SPECVERSION) == null) {
            return Faults.missing(SPECVERSION.pointer());
        }
        if (!"1.0".equals(attributes.get(SPECVERSION))) {
            return NO_VERSION;
        }
        Fault id = checkId(attributes, ID);
        Fault source = id == null ? checkId(attributes, SOURCE) : id;
        Fault subject = source == null ? checkSubject(attributes, type, tenant) : source;
        return subject == null ? checkRest(attributes, tenant) : subject;
    }

    /** The first fault of the time, or null. */
    static Fault checkTime(long millis, long nowMillis) {
        if (millis == Rfc3339.INVALID) {
            return NO_TIME;
        }
        if (millis > nowMillis + MAX_AHEAD_MILLIS) {
            return AHEAD;
        }
        return millis < nowMillis - MAX_AGE_MILLIS ? OLD : null;
    }

    /** The fault of the type's name, given what it stands for, or null. */
    static Fault checkType(String wire, EventType type, boolean allowed) {
        if (wire == null) {
            return Faults.missing(TYPE.pointer());
        }
        if (type == null) {
            return new Fault(
                    Faults.UNKNOWN_EVENT_TYPE, TYPE.pointer(), "There is no such type; see the reference of events.");
        }
        return allowed
                ? null
                : new Fault(Faults.EVENT_TYPE_NOT_ALLOWED, TYPE.pointer(), "Only the survey service sends this type.");
    }

    private static Fault checkId(Attributes attributes, Attribute attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            return Faults.missing(attribute.pointer());
        }
        return Words.printable(value, 1, Rules.MAX_ID) ? null : Rules.NO_ID.under(attribute.pointer());
    }

    private static Fault checkSubject(Attributes attributes, EventType type, String tenant) {
        Fault fault = checkId(attributes, SUBJECT);
        String subject = attributes.get(SUBJECT);
        if (fault == null && type == EventType.COST_RECORDED && CostCategory.ofWire(subject) == null) {
            return NO_CATEGORY;
        }
        return fault == null && type == EventType.CLOCK_ADVANCED && !subject.equals(tenant) ? OTHER_CLOCK : fault;
    }

    private static Fault checkRest(Attributes attributes, String tenant) {
        String named = attributes.get(TENANT);
        if (named != null && !named.equals(tenant)) {
            return OTHER_TENANT;
        }
        String content = attributes.get(DATACONTENTTYPE);
        if (content != null && !json(content)) {
            return OTHER_CONTENT;
        }
        String schema = attributes.get(DATASCHEMA);
        return schema == null || versionOne(schema) ? null : OTHER_SCHEMA;
    }

    private static boolean json(String content) {
        int parameters = content.indexOf(';');
        String type = parameters < 0 ? content : content.substring(0, parameters);
        return type.strip().equalsIgnoreCase("application/json");
    }

    private static boolean versionOne(String schema) {
        return schema.equals("1") || schema.endsWith("/1") || schema.endsWith(":1") || schema.endsWith("/1.json");
    }
}
