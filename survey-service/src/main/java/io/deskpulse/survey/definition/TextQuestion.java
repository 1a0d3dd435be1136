package io.deskpulse.survey.definition;

import io.deskpulse.contracts.event.QuestionKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer in the person's own words.
 *
 * @param longest in characters (code points)
 */
public record TextQuestion(Asked asked, int longest) implements Question {
    public TextQuestion {
        if (longest < 1 || longest > Rules.MAX_WRITTEN) {
            throw new InvalidSurvey("/maxLength", "Send a whole number from 1 to " + Rules.MAX_WRITTEN + ".");
        }
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.TEXT;
    }

    @Override
    public Optional<InvalidAnswer> fault(Answer answer) {
        return answer instanceof Answer.Written written
                ? fault("/text", written.text(), longest)
                : Optional.of(new InvalidAnswer("", "Send {\"text\": \"...\"}: this question asks for words."));
    }

    @Override
    public Stream<Text> texts() {
        return Stream.of(new Text("/text", asked.text()));
    }

    static Optional<InvalidAnswer> fault(String pointer, String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            return Optional.of(new InvalidAnswer(pointer, "Send 1 to " + longest + " characters."));
        }
        // Postgres cannot store it.
        return text.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(new InvalidAnswer(pointer, "Leave out the character U+0000."));
    }
}
