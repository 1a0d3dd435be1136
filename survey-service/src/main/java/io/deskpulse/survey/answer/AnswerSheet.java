package io.deskpulse.survey.answer;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The answers of one offer, and what a change of one of them does to the others: whoever changes an answer so that a later
 * question is no longer shown has not answered that one. Not thread-safe.
 */
final class AnswerSheet {
    private final UUID offer;
    private final Definition definition;
    private final Map<String, GivenAnswer> given;

    AnswerSheet(UUID offer, Definition definition, List<GivenAnswer> given) {
        this.offer = offer;
        this.definition = definition;
        this.given = given.stream()
                .collect(Collectors.toMap(GivenAnswer::question, answer -> answer, (a, b) -> b, HashMap::new));
    }

    /** Whether the question is shown, given the answers so far. */
    boolean shows(String question) {
        return shown().contains(question);
    }

    /** The answer that stands. */
    Optional<Answer> answer(String question) {
        return Optional.ofNullable(given.get(question)).flatMap(GivenAnswer::answer);
    }

    /** Puts an answer in place of the one before, or takes it back; returns all that changes. */
    List<Changed> put(String question, Optional<Answer> answer, Instant now) {
        if (answer(question).equals(answer)) {
            return List.of();
        }
        List<Changed> changes = new ArrayList<>();
        change(question, answer, now, changes);
        withdrawHidden(now, changes);
        return changes;
    }

    /** Required questions that are shown and have no answer. */
    List<String> missing() {
        return definition.shown(standing()).stream()
                .filter(question -> question.asked().required())
                .map(Question::id)
                .filter(question -> answer(question).isEmpty())
                .toList();
    }

    private void withdrawHidden(Instant now, List<Changed> changes) {
        Set<String> shown = shown();
        for (Question question : definition.questions()) {
            if (!shown.contains(question.id()) && answer(question.id()).isPresent()) {
                change(question.id(), Optional.empty(), now, changes);
            }
        }
    }

    private void change(String question, Optional<Answer> answer, Instant now, List<Changed> changes) {
        GivenAnswer before = given.get(question);
        GivenAnswer after = before == null
                ? GivenAnswer.first(offer, question, answer.orElseThrow(), now)
                : before.changed(answer, now);
        given.put(question, after);
        changes.add(new Changed(
                definition.question(question).orElseThrow(),
                before == null ? Optional.empty() : before.answer(),
                after));
    }

    private Set<String> shown() {
        return definition.shown(standing()).stream().map(Question::id).collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, Answer> standing() {
        return standing(given.values());
    }

    /** The answers that were not withdrawn, by question. */
    static Map<String, Answer> standing(Collection<GivenAnswer> given) {
        Map<String, Answer> standing = new HashMap<>();
        given.forEach(answer -> answer.answer().ifPresent(there -> standing.put(answer.question(), there)));
        return standing;
    }

    /**
     * One answer that changed.
     *
     * @param before empty where there was none
     */
    record Changed(Question question, Optional<Answer> before, GivenAnswer after) {}
}
