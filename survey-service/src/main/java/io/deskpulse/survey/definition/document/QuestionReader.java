package io.deskpulse.survey.definition.document;

import static io.deskpulse.survey.definition.document.DefinitionReader.located;
import static io.deskpulse.survey.definition.document.DefinitionReader.wording;

import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.definition.Asked;
import io.deskpulse.survey.definition.ChoiceQuestion;
import io.deskpulse.survey.definition.Ends;
import io.deskpulse.survey.definition.InvalidSurvey;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.definition.ShowIf;
import io.deskpulse.survey.definition.TextQuestion;
import io.deskpulse.survey.definition.Wording;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One question from its JSON. Stateless. */
final class QuestionReader {
    private static final Map<String, QuestionKind> KINDS =
            Arrays.stream(QuestionKind.values()).collect(Collectors.toMap(QuestionKind::wire, kind -> kind));
    private static final Set<String> COMMON = Set.of("id", "kind", "text", "required", "showIf");
    private static final Set<String> SCORE = with("points", "low", "high", "comment");
    private static final Set<String> RATING = with("points", "low", "high", "aspects");
    private static final Set<String> CHOICE = with("many", "options");
    private static final Set<String> TEXT = with("maxLength");
    private static final Set<String> PART = Set.of("id", "text");
    private static final Set<String> SHOW_IF = Set.of("question", "atMost", "atLeast", "anyOf");

    private static final int CSAT_POINTS = 5;
    private static final int CES_POINTS = 7;
    private static final int NPS_POINTS = 11;
    private static final int RATING_POINTS = 5;
    private static final int LONGEST = 2_000;

    private QuestionReader() {}

    static Question read(Members question) {
        QuestionKind kind = question.required("kind", question.oneOf("kind", KINDS));
        question.only(
                switch (kind) {
                    case CSAT, NPS, CES -> SCORE;
                    case RATING -> RATING;
                    case CHOICE -> CHOICE;
                    case TEXT -> TEXT;
                });
        Asked asked = asked(question);
        return located(question.pointer(), () -> switch (kind) {
            case CSAT -> score(question, asked, kind, CSAT_POINTS);
            case NPS -> score(question, asked, kind, NPS_POINTS);
            case CES -> score(question, asked, kind, CES_POINTS);
            case RATING -> rating(question, asked);
            case CHOICE ->
                new ChoiceQuestion(
                        asked,
                        question.flag("many").orElse(false),
                        question.objects("options", option -> part(option, ChoiceQuestion.Option::new)));
            case TEXT -> new TextQuestion(asked, question.integer("maxLength").orElse(LONGEST));
        });
    }

    private static Asked asked(Members question) {
        String id = question.requiredText("id");
        Wording text = requiredWording(question);
        boolean required = question.flag("required").orElse(false);
        var showIf = question.object("showIf").map(QuestionReader::showIf);
        return located(question.pointer(), () -> new Asked(id, text, required, showIf));
    }

    private static ScoreQuestion score(Members question, Asked asked, QuestionKind kind, int points) {
        return ScoreQuestion.of(
                asked,
                kind,
                question.integer("points").orElse(points),
                ends(question),
                question.flag("comment").orElse(false));
    }

    private static RatingQuestion rating(Members question, Asked asked) {
        int points = question.integer("points").orElse(RATING_POINTS);
        if (points < 2) {
            throw new InvalidSurvey("/points", "Send a number of points that a rating has: 3, 5, 7 or 10.");
        }
        return new RatingQuestion(
                asked,
                new Scale(1, points),
                ends(question),
                question.objects("aspects", aspect -> part(aspect, RatingQuestion.Aspect::new)));
    }

    private static Ends ends(Members question) {
        return new Ends(wording(question, "low"), wording(question, "high"));
    }

    private interface Part<T> {
        T of(String id, Wording text);
    }

    private static <T> T part(Members part, Part<T> construct) {
        part.only(PART);
        String id = part.requiredText("id");
        Wording text = requiredWording(part);
        return located(part.pointer(), () -> construct.of(id, text));
    }

    private static Wording requiredWording(Members of) {
        of.requiredObject("text");
        return wording(of, "text");
    }

    private static ShowIf showIf(Members showIf) {
        showIf.only(SHOW_IF);
        String question = showIf.requiredText("question");
        long conditions = List.of("atMost", "atLeast", "anyOf").stream()
                .filter(showIf::has)
                .count();
        if (conditions != 1) {
            throw new InvalidMember(showIf.pointer(), "Send exactly one of atMost, atLeast and anyOf.");
        }
        return located(showIf.pointer(), () -> new ShowIf(question, condition(showIf)));
    }

    private static ShowIf.Condition condition(Members showIf) {
        if (showIf.has("anyOf")) {
            return new ShowIf.AnyOf(showIf.texts("anyOf"));
        }
        return showIf.has("atMost")
                ? new ShowIf.AtMost(showIf.integer("atMost").orElseThrow())
                : new ShowIf.AtLeast(showIf.integer("atLeast").orElseThrow());
    }

    private static Set<String> with(String... names) {
        Set<String> all = new HashSet<>(COMMON);
        all.addAll(Set.of(names));
        return Set.copyOf(all);
    }
}
