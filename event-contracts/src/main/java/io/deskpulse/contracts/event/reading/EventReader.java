package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads events from JSON and checks them by every rule of docs/reference/events.md, in one pass and without a tree
 * (docs/decisions/0005). No bytes, however broken, make it throw. Thread-safe.
 */
public final class EventReader {
    /** The most bytes one event may have when it comes from a client. */
    public static final int MAX_EVENT_BYTES = 64 * 1024;

    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 32;

    private static final Fault NO_OBJECT = Faults.malformed("Send one JSON object.");
    private static final Fault BASE64 =
            Faults.invalid("Send the JSON object in data.").under("/data_base64");
    private static final Fault DATA_NO_OBJECT = Faults.wrongType("an object").under("/data");

    private final Set<EventType> allowed;
    private final EventJson json;

    private EventReader(Set<EventType> allowed, int maxBytes) {
        this.allowed = EnumSet.copyOf(allowed);
        this.json = new EventJson(maxBytes);
    }

    /** Reads what clients send: these types only, at most {@link #MAX_EVENT_BYTES} each. */
    public static EventReader forClients(Set<EventType> allowed) {
        return new EventReader(allowed, MAX_EVENT_BYTES);
    }

    /** Reads what stands in the log: every type, and what masking has made longer. */
    public static EventReader forLog() {
        return new EventReader(EnumSet.allOf(EventType.class), 2 * MAX_EVENT_BYTES);
    }

    /**
     * Reads the structured CloudEvents of a body: each as {@link #readStructured} does, but with one parser for as long
     * as all is well, since making one takes a seventh of the time of reading an event.
     *
     * @param events where they stand in the body; of a JSON array or of lines
     */
    public Reading[] readAll(byte[] body, EventSlices events, String tenant, long nowMillis) {
        Reading[] readings = new Reading[events.size()];
        int together = readings.length > 1 ? readTogether(body, events, tenant, nowMillis, readings) : 0;
        for (int i = together; i < readings.length; i++) {
            readings[i] = readStructured(body, events.offset(i), events.length(i), tenant, nowMillis);
        }
        return readings;
    }

    /**
     * Reads events for as long as they follow the rules and end where they should: after a fault one parser would not know
     * where to go on.
     *
     * @return how many
     */
    private int readTogether(byte[] body, EventSlices events, String tenant, long nowMillis, Reading[] readings) {
        int read = 0;
        try (JsonParser parser = json.parser(body, 0, body.length)) {
            if (events.inArray()) {
                parser.nextToken();
            }
            while (read < readings.length
                    && json.check(body, events.offset(read), events.length(read)) == null
                    && parser.nextToken() == JsonToken.START_OBJECT) {
                Envelope envelope = new Envelope(body, 0, tenant, nowMillis);
                boolean whole = readObject(parser, envelope) == null
                        && parser.currentLocation().getByteOffset() == events.offset(read) + events.length(read);
                Reading reading = whole ? finish(envelope) : null;
                if (!(reading instanceof Read)) {
                    return read;
                }
                readings[read++] = reading;
            }
        } catch (IOException e) {
            // What is wrong is told of the event that it is in, when that is read alone.
        }
        return read;
    }

    /**
     * Reads one structured CloudEvent.
     *
     * @param buffer holds its JSON object in {@code length} bytes from {@code offset}
     * @param tenant whose token it came with
     * @param nowMillis what its time is compared with
     */
    public Reading readStructured(byte[] buffer, int offset, int length, String tenant, long nowMillis) {
        Fault unreadable = json.check(buffer, offset, length);
        if (unreadable != null) {
            return unreadable;
        }
        try (JsonParser parser = json.parser(buffer, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NO_OBJECT;
            }
            Envelope envelope = new Envelope(buffer, offset, tenant, nowMillis);
            Fault fault = readObject(parser, envelope);
            if (fault == null) {
                return parser.nextToken() == null ? finish(envelope) : NO_OBJECT;
            }
            return fault;
        } catch (IOException e) {
            return EventJson.faultOf(e);
        }
    }

    /**
     * Reads an event whose attributes stand beside its data: HTTP's binary mode and Kafka.
     *
     * @param buffer holds the JSON object of the data in {@code length} bytes from {@code offset}; 0 bytes for none
     */
    public Reading readBinary(
            Attributes attributes, byte[] buffer, int offset, int length, String tenant, long nowMillis) {
        Envelope envelope = new Envelope(buffer, offset, tenant, nowMillis);
        envelope.attributes = attributes;
        envelope.type = EventType.ofWire(attributes.get(Attribute.TYPE));
        envelope.dataOffset = offset;
        envelope.dataLength = length;
        return finish(envelope);
    }

    /** Reads attributes and data up to the end of the object; the first fault, or null. */
    private Fault readObject(JsonParser parser, Envelope envelope) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Fault fault = name.equals("data")
                    ? readData(parser, token, envelope)
                    : readAttribute(parser, token, name, envelope);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private Fault readAttribute(JsonParser parser, JsonToken token, String name, Envelope envelope) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        Attribute attribute = Attribute.ofWire(name);
        if (attribute == null) {
            parser.skipChildren();
            return name.equals("data_base64") ? BASE64 : null;
        }
        if (token != JsonToken.VALUE_STRING) {
            return Faults.wrongType("a string").under(attribute.pointer());
        }
        if (envelope.attributes.get(attribute) != null) {
            return Faults.duplicate(attribute.pointer());
        }
        String value = parser.getText();
        envelope.attributes.set(attribute, value);
        if (attribute == Attribute.TYPE) {
            envelope.type = EventType.ofWire(value);
        }
        return null;
    }

    /** Reads the data at once if the type is known by now, else only notes where it stands. */
    private Fault readData(JsonParser parser, JsonToken token, Envelope envelope) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            return DATA_NO_OBJECT;
        }
        if (envelope.dataLength > 0) {
            return Faults.duplicate("/data");
        }
        long start = parser.currentTokenLocation().getByteOffset();
        if (envelope.type == null) {
            parser.skipChildren();
        } else {
            Object data = DataShapes.of(envelope.type).read(parser);
            if (data instanceof Fault fault) {
                return fault;
            }
            envelope.data = (EventData) data;
        }
        envelope.dataOffset = envelope.offset + (int) start;
        envelope.dataLength = (int) (parser.currentLocation().getByteOffset() - start);
        return null;
    }

    private Reading finish(Envelope envelope) {
        String wire = envelope.attributes.get(Attribute.TYPE);
        EventType type = envelope.type;
        Fault fault = AttributeRules.checkType(wire, type, type != null && allowed.contains(type));
        if (fault == null) {
            fault = AttributeRules.check(envelope.attributes, type, envelope.tenant);
        }
        if (fault == null) {
            fault = envelope.readTime();
        }
        if (fault == null && envelope.data == null) {
            fault = readSlice(envelope);
        }
        return fault == null ? envelope.read() : fault;
    }

    /** Reads data that stood before its type, or beside its attributes. */
    private Fault readSlice(Envelope envelope) {
        DataShape shape = DataShapes.of(envelope.type);
        if (envelope.dataLength == 0) {
            return envelope.take(shape.readNothing());
        }
        Fault unreadable = json.check(envelope.buffer, envelope.dataOffset, envelope.dataLength);
        if (unreadable != null) {
            return unreadable.under("/data");
        }
        try (JsonParser parser = json.parser(envelope.buffer, envelope.dataOffset, envelope.dataLength)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return DATA_NO_OBJECT;
            }
            Fault fault = envelope.take(shape.read(parser));
            return fault == null && parser.nextToken() != null ? NO_OBJECT.under("/data") : fault;
        } catch (IOException e) {
            return EventJson.faultOf(e).under("/data");
        }
    }
}
