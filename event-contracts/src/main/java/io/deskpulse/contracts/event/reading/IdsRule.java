package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list of ids, as a {@code List<String>}. */
final class IdsRule implements Rule {
    private static final Fault NO_LIST = Faults.wrongType("a list of ids");
    private static final Rule ID = Rules.id();

    private final int most;
    private final Fault tooMany;

    IdsRule(int most) {
        this.most = most;
        this.tooMany = Faults.invalid("Send at most " + most + ".");
    }

    @Override
    public Object read(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return NO_LIST;
        }
        List<String> ids = new ArrayList<>();
        for (JsonToken each = json.nextToken(); each != JsonToken.END_ARRAY; each = json.nextToken()) {
            if (ids.size() == most) {
                return tooMany;
            }
            Object id = ID.read(json, each);
            if (id instanceof Fault fault) {
                return fault.under("/" + ids.size());
            }
            ids.add((String) id);
        }
        return List.copyOf(ids);
    }
}
