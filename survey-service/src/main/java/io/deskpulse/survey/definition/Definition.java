package io.deskpulse.survey.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a survey says and asks. Each instance is whole: questions have ids of their own, are shown by earlier questions
 * only (so there is no circle), and every text is there in the default language. Immutable.
 *
 * @param name for those who manage surveys; customers do not see it
 * @param defaultLanguage BCP 47 tag of the language that texts fall back to
 * @param title what stands above the questions; or null
 * @param questions in the order in which they are asked
 * @param thanks what is said at the end; or null
 * @param incentive what is said with the code that each gets who finishes, while some are left; or null where there are none
 */
public record Definition(
        String name,
        String defaultLanguage,
        Wording title,
        List<Question> questions,
        Wording thanks,
        Wording incentive,
        Invitation invitation,
        Look look,
        Terms terms) {
    private static final int MAX_NAME = 200;

    public Definition {
        if (name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new InvalidSurvey("/name", "Send 1 to " + MAX_NAME + " characters.");
        }
        if (!Wording.isTag(defaultLanguage)) {
            throw new InvalidSurvey("/defaultLanguage", "Send a BCP 47 language tag, for example en or zh-CN.");
        }
        Rules.size("/questions", questions.size(), 1, Rules.MAX_QUESTIONS);
        Rules.distinct("/questions", questions, Question::id);
        questions = List.copyOf(questions);
        checkBranches(questions);
        Stream.concat(texts(title, questions, thanks), extras(incentive, invitation))
                .forEach(text -> Rules.spoken(text.pointer(), text.wording(), defaultLanguage));
    }

    /** The question with this id. */
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** The questions that are shown to whom answered so, in their order. */
    public List<Question> shown(Map<String, Answer> answers) {
        Map<String, Answer> counting = new HashMap<>();
        List<Question> shown = new ArrayList<>();
        for (Question question : questions) {
            Optional<ShowIf> showIf = question.asked().showIf();
            if (showIf.isEmpty() || showIf.get().holds(counting.get(showIf.get().question()))) {
                shown.add(question);
                Answer answer = answers.get(question.id());
                if (answer != null) {
                    counting.put(question.id(), answer);
                }
            }
        }
        return shown;
    }

    /** The language that comes nearest to the one asked for: itself, its base language, else the default; as it is spelled here. */
    public String nearest(String language) {
        if (language == null) {
            return defaultLanguage;
        }
        return spoken(language).or(() -> spoken(Wording.base(language))).orElse(defaultLanguage);
    }

    /** The same under another name. */
    public Definition named(String other) {
        return new Definition(other, defaultLanguage, title, questions, thanks, incentive, invitation, look, terms);
    }

    /** The same on other terms. */
    public Definition on(Terms other) {
        return new Definition(name, defaultLanguage, title, questions, thanks, incentive, invitation, look, other);
    }

    private Optional<String> spoken(String language) {
        return texts(title, questions, thanks)
                .flatMap(text -> text.wording().languages().stream())
                .filter(language::equalsIgnoreCase)
                .findFirst();
    }

    private static void checkBranches(List<Question> questions) {
        Map<String, Question> earlier = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String pointer = "/questions/" + i + "/showIf";
            question.asked().showIf().ifPresent(showIf -> checkBranch(pointer, showIf, earlier, questions));
            earlier.put(question.id(), question);
        }
    }

    private static void checkBranch(
            String pointer, ShowIf showIf, Map<String, Question> earlier, List<Question> questions) {
        Question found = earlier.get(showIf.question());
        if (found == null) {
            boolean later =
                    questions.stream().anyMatch(question -> question.id().equals(showIf.question()));
            throw new InvalidSurvey(
                    pointer + "/question",
                    later
                            ? "Name a question that stands before this one: answers are known only then."
                            : "There is no question with this id; name one that stands before this one.");
        }
        try {
            showIf.check(found);
        } catch (InvalidSurvey fault) {
            throw fault.under(pointer);
        }
    }

    /** What stands around the questions; a language of these alone is none the survey can be answered in. */
    private static Stream<Question.Text> extras(Wording incentive, Invitation invitation) {
        return Stream.of(
                        new Question.Text("/incentive/text", incentive),
                        new Question.Text("/invitation/subject", invitation.subject()),
                        new Question.Text("/invitation/intro", invitation.intro()))
                .filter(text -> Objects.nonNull(text.wording()));
    }

    private static Stream<Question.Text> texts(Wording title, List<Question> questions, Wording thanks) {
        Stream<Question.Text> ofQuestions = IntStream.range(0, questions.size())
                .boxed()
                .flatMap(i -> questions
                        .get(i)
                        .texts()
                        .map(text -> new Question.Text("/questions/" + i + text.pointer(), text.wording())));
        return Stream.of(
                        Stream.of(new Question.Text("/title", title)),
                        ofQuestions,
                        Stream.of(new Question.Text("/thanks", thanks)))
                .flatMap(part -> part)
                .filter(text -> Objects.nonNull(text.wording()));
    }
}
