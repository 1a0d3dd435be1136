package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;

/** RFC 9457 problems in one line for people. */
final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** Title, detail and where; a body that is no problem is left out. */
    static String told(String body) {
        try {
            return told(JSON.readTree(body));
        } catch (IOException notAProblem) {
            return "(no problem told)";
        }
    }

    static String told(JsonNode problem) {
        var words = new ArrayList<String>();
        for (var member : new String[] {"title", "detail"}) {
            if (problem.path(member).isTextual()) {
                words.add(problem.path(member).asText());
            }
        }
        for (var member : new String[] {"pointer", "parameter"}) {
            if (problem.path(member).isTextual()) {
                words.add("at " + problem.path(member).asText());
            }
        }
        return words.isEmpty() ? "(no problem told)" : String.join(": ", words);
    }
}
