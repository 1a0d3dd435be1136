package io.deskpulse.survey.definition.document;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.definition.Answer;
import java.util.List;
import java.util.Set;

/**
 * An answer from its JSON: {@code {"value": 4, "comment": "..."}}, {@code {"values": {"<aspect>": 4}}}, {@code {"options":
 * ["<id>"]}} or {@code {"text": "..."}}. Whatever is wrong is an {@link InvalidMember} that points to it. Stateless.
 */
public final class AnswerReader {
    private static final Set<String> MEMBERS = Set.of("value", "comment", "values", "options", "text");
    private static final List<String> ONE_OF = List.of("value", "values", "options", "text");

    private AnswerReader() {}

    public static Answer read(byte[] json) {
        Members answer = Members.of(json).only(MEMBERS);
        if (ONE_OF.stream().filter(answer::has).count() != 1) {
            throw new InvalidMember("", "Send exactly one of value, values, options and text.");
        }
        if (answer.has("comment") && !answer.has("value")) {
            throw new InvalidMember("/comment", "Leave it out: comments go with a value.");
        }
        if (answer.has("value")) {
            return new Answer.Score(
                    answer.integer("value").orElseThrow(),
                    answer.text("comment").orElse(null));
        }
        if (answer.has("values")) {
            return new Answer.Ratings(answer.requiredObject("values").allIntegers());
        }
        return answer.has("options")
                ? new Answer.Chosen(answer.texts("options"))
                : new Answer.Written(answer.requiredText("text"));
    }
}
