package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.io.IOException;

/** Which bytes are read as JSON at all, and what is said of those that are not. Thread-safe. */
final class EventJson {
    private static final Fault NOT_UTF8 = Faults.malformed("Send one JSON object in UTF-8 without byte order mark.");
    private static final Fault NO_JSON = Faults.malformed("The JSON is not well-formed.");
    private static final Fault TOO_DEEP = new Fault(
            Faults.NESTED_TOO_DEEP,
            "",
            "Objects and arrays nest more than " + EventReader.MAX_DEPTH + " deep; flatten them.");

    private final int maxBytes;
    private final JsonFactory json;

    EventJson(int maxBytes) {
        this.maxBytes = maxBytes;
        // An event is small, so nothing in it is long; only the depth needs a limit of its own.
        this.json = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(EventReader.MAX_DEPTH)
                        .maxNameLength(2 * EventReader.MAX_EVENT_BYTES)
                        .maxNumberLength(2 * EventReader.MAX_EVENT_BYTES)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    JsonParser parser(byte[] buffer, int offset, int length) throws IOException {
        return json.createParser(buffer, offset, length);
    }

    /** Why these bytes of one event are not even looked into, or null. */
    Fault check(byte[] buffer, int offset, int length) {
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

    /** What a parser's exception says of the event. */
    static Fault faultOf(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return TOO_DEEP;
        }
        return e instanceof JsonProcessingException ? NO_JSON : NOT_UTF8;
    }
}
