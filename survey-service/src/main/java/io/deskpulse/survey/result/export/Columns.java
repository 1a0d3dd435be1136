package io.deskpulse.survey.result.export;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.ChoiceQuestion;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.definition.Wording;
import io.deskpulse.survey.result.AskedQuestions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of an export: what is known of the offer, then the answers to each question that any version asks. Without a language
 * headings and options are ids, which are stable over versions; with one they are what people read.
 */
final class Columns {
    private static final String BETWEEN_OPTIONS = ";";

    private final Definition newest;
    private final Optional<String> language;
    private final List<Column> columns = new ArrayList<>();

    private Columns(Definition newest, Optional<String> language) {
        this.newest = newest;
        this.language = language;
    }

    static List<Column> of(AskedQuestions asked, Optional<String> language, ZoneId zone) {
        Columns columns = new Columns(asked.newest(), language.map(asked.newest()::nearest));
        boolean chinese = language.filter(
                        tag -> tag.toLowerCase(java.util.Locale.ROOT).startsWith("zh"))
                .isPresent();
        for (Fact fact : Fact.values()) {
            String heading = language.isPresent() ? fact.label(chinese) : fact.id();
            columns.columns.add(new Column(heading, offer -> fact.of(offer, zone)));
        }
        asked.all().forEach(columns::add);
        return columns.columns;
    }

    private void add(Question question) {
        String text = text(question.asked().text());
        if (question instanceof RatingQuestion rating) {
            for (RatingQuestion.Aspect aspect : rating.aspects()) {
                add(question, "." + aspect.id(), text + ": " + text(aspect.text()), answer -> rated(answer, aspect));
            }
        } else if (question instanceof ChoiceQuestion choice) {
            Map<String, String> names = choice.options().stream()
                    .collect(Collectors.toMap(ChoiceQuestion.Option::id, option -> name(option)));
            add(question, "", text, answer -> chosen(answer, names));
        } else if (question instanceof ScoreQuestion score) {
            add(question, "", text, answer -> answer instanceof Answer.Score given ? given.value() : null);
            if (score.comment()) {
                add(
                        question,
                        ".comment",
                        text,
                        answer -> answer instanceof Answer.Score given ? given.comment() : null);
            }
        } else {
            add(question, "", text, answer -> answer instanceof Answer.Written written ? written.text() : null);
        }
    }

    private void add(Question question, String part, String text, Function<Answer, Object> value) {
        String id = question.id() + part;
        String heading = language.isPresent() ? text + " (" + id + ")" : "answers." + id;
        columns.add(new Column(heading, offer -> {
            Answer answer = offer.answers().get(question.id());
            return answer == null ? null : value.apply(answer);
        }));
    }

    private static Object rated(Answer answer, RatingQuestion.Aspect aspect) {
        return answer instanceof Answer.Ratings ratings ? ratings.values().get(aspect.id()) : null;
    }

    private static Object chosen(Answer answer, Map<String, String> names) {
        return answer instanceof Answer.Chosen chosen
                ? chosen.options().stream()
                        .map(option -> names.getOrDefault(option, option))
                        .collect(Collectors.joining(BETWEEN_OPTIONS))
                : null;
    }

    private String name(ChoiceQuestion.Option option) {
        return language.isPresent() ? text(option.text()) : option.id();
    }

    private String text(Wording wording) {
        return wording.in(language.orElse(newest.defaultLanguage()), newest.defaultLanguage());
    }
}
