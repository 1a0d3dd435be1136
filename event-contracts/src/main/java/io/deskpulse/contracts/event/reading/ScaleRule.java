package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.io.IOException;

/** The ends of a survey question's scale: {@code {"min": 1, "max": 5}}. */
final class ScaleRule implements Rule {
    private static final Fault NO_OBJECT = Faults.wrongType("an object with min and max");
    private static final Fault UPSIDE_DOWN = Faults.invalid("Send a min that is below max.");
    private static final Rule END = Rules.integer(-1_000, 1_000);

    @Override
    public Object read(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return NO_OBJECT;
        }
        Integer min = null;
        Integer max = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean known = name.equals("min") || name.equals("max");
            if (!known || value == JsonToken.VALUE_NULL) {
                json.skipChildren();
                continue;
            }
            Object end = END.read(json, value);
            if (end instanceof Fault fault) {
                return fault.under("/" + name);
            }
            if (name.equals("min")) {
                min = (Integer) end;
            } else {
                max = (Integer) end;
            }
        }
        if (min == null || max == null) {
            return Faults.missing(min == null ? "/min" : "/max");
        }
        return min < max ? new Scale(min, max) : UPSIDE_DOWN;
    }
}
