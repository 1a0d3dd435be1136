package io.deskpulse.survey.definition.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.Answer;

/** An answer as JSON, as {@link AnswerReader} reads it. Stateless. */
public final class AnswerWriter {
    private AnswerWriter() {}

    public static ObjectNode write(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (answer instanceof Answer.Score score) {
            json.put("value", score.value());
            if (score.comment() != null) {
                json.put("comment", score.comment());
            }
        } else if (answer instanceof Answer.Ratings ratings) {
            ObjectNode values = json.putObject("values");
            ratings.values().forEach(values::put);
        } else if (answer instanceof Answer.Chosen chosen) {
            chosen.options().forEach(json.putArray("options")::add);
        } else if (answer instanceof Answer.Written written) {
            json.put("text", written.text());
        }
        return json;
    }
}
