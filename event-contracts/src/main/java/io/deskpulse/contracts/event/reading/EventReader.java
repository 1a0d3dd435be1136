package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
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

    private static final Fault NOT_UTF8 = Faults.malformed("Send one JSON object in UTF-8 without byte order mark.");
    private static final Fault NO_JSON = Faults.malformed("The JSON is not well-formed.");
    private static final Fault NO_OBJECT = Faults.malformed("Send one JSON object.");
    private static final Fault TOO_DEEP = new Fault(
            Faults.NESTED_TOO_DEEP, "", "Objects and arrays nest more than " + MAX_DEPTH + " deep; flatten them.");
    private static final Fault BASE64 =
            Faults.invalid("Send the JSON object in data.").under("/data_base64");
    private static final Fault DATA_NO_OBJECT = Faults.wrongType("an object").under("/data");

    private final Set<EventType> allowed;
    private final int maxBytes;
    private final JsonFactory json;

    private EventReader(Set<EventType> allowed, int maxBytes) {
        this.allowed = EnumSet.copyOf(allowed);
        this.maxBytes = maxBytes;
        // An event is small, so nothing in it is long; only the depth needs a limit of its own.
        this.json = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(2 * MAX_EVENT_BYTES)
                        .maxNumberLength(2 * MAX_EVENT_BYTES)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
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
     * Reads one structured CloudEvent.
     *
     * @param buffer holds its JSON object in {@code length} bytes from {@code offset}
     * @param tenant whose token it came with
     * @param nowMillis what its time is compared with
     */
    public Reading readStructured(byte[] buffer, int offset, int length, String tenant, long nowMillis) {
        Fault unreadable = checkBytes(buffer, offset, length);
        if (unreadable != null) {
            return unreadable;
        }
        try (JsonParser parser = json.createParser(buffer, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NO_OBJECT;
            }
            return readStructured(parser, new Envelope(buffer, offset, tenant, nowMillis));
        } catch (IOException e) {
            return faultOf(e);
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

    private Reading readStructured(JsonParser parser, Envelope envelope) throws IOException {
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
        return parser.nextToken() == null ? finish(envelope) : NO_OBJECT;
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
        Fault unreadable = checkBytes(envelope.buffer, envelope.dataOffset, envelope.dataLength);
        if (unreadable != null) {
            return unreadable.under("/data");
        }
        try (JsonParser parser = json.createParser(envelope.buffer, envelope.dataOffset, envelope.dataLength)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return DATA_NO_OBJECT;
            }
            Fault fault = envelope.take(shape.read(parser));
            return fault == null && parser.nextToken() != null ? NO_OBJECT.under("/data") : fault;
        } catch (IOException e) {
            return faultOf(e).under("/data");
        }
    }

    private Fault checkBytes(byte[] buffer, int offset, int length) {
        if (length > maxBytes) {
            return new Fault(
                    Faults.EVENT_TOO_LARGE, "", "The event is larger than " + maxBytes + " bytes; make it smaller.");
        }
        // The parser would take UTF-16 and UTF-32 as well; what we pass on unchanged must be UTF-8.
        for (int i = offset; i < offset + Math.min(length, 4); i++) {
            if (buffer[i] == 0 || (buffer[i] & 0xff) >= 0xef) {
                return NOT_UTF8;
            }
        }
        return null;
    }

    private static Fault faultOf(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return TOO_DEEP;
        }
        return e instanceof JsonProcessingException ? NO_JSON : NOT_UTF8;
    }
}
