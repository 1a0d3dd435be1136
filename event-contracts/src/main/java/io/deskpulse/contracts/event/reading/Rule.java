package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads and checks the value of one field of an event's data. Thread-safe. */
@FunctionalInterface
interface Rule {
    /**
     * @param json stands on the value, and afterwards on its last token
     * @param token the value's first token; never null, never {@link JsonToken#VALUE_NULL}
     * @return the value, or a {@link Reading.Fault} whose pointer starts at the value
     */
    Object read(JsonParser json, JsonToken token) throws IOException;
}
