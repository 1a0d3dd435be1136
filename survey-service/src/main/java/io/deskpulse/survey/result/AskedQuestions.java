package io.deskpulse.survey.result;

import io.deskpulse.contracts.event.Scale;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The questions of several versions of a survey, each once: as the newest version that has it asks it, those of the newest version
 * first. Immutable.
 */
public final class AskedQuestions {
    private final NavigableMap<Integer, Definition> versions;
    private final Map<String, Question> newest = new LinkedHashMap<>();

    /** @param versions at least one definition, by its number */
    public AskedQuestions(Map<Integer, Definition> versions) {
        this.versions = Collections.unmodifiableNavigableMap(new TreeMap<>(versions));
        this.versions.descendingMap().values().stream()
                .flatMap(definition -> definition.questions().stream())
                .forEach(question -> newest.putIfAbsent(question.id(), question));
    }

    /** All questions. */
    public Collection<Question> all() {
        return Collections.unmodifiableCollection(newest.values());
    }

    /** The definition of the newest version. */
    public Definition newest() {
        return versions.lastEntry().getValue();
    }

    /** The numbers of the versions. */
    public Collection<Integer> versions() {
        return versions.keySet();
    }

    /** A question as this version asks it; empty where it does not. */
    Optional<Question> in(int version, String question) {
        return Optional.ofNullable(versions.get(version)).flatMap(definition -> definition.question(question));
    }

    /** Whether a version asks a question so that its answers can be counted with those of the newest that has it. */
    boolean comparable(int version, Question question) {
        return in(version, question.id())
                .filter(other -> other.kind() == question.kind() && scale(other).equals(scale(question)))
                .isPresent();
    }

    /** The same by the id of a question. */
    public boolean comparable(int version, String question) {
        return newest.containsKey(question) && comparable(version, newest.get(question));
    }

    /** The versions whose answers to a question are on another scale, or of another kind. */
    List<Integer> incomparable(Question question) {
        List<Integer> others = new ArrayList<>();
        for (int version : versions.keySet()) {
            if (in(version, question.id()).isPresent() && !comparable(version, question)) {
                others.add(version);
            }
        }
        return others;
    }

    /** The scale of a question; empty where it has none. */
    static Optional<Scale> scale(Question question) {
        if (question instanceof ScoreQuestion score) {
            return Optional.of(score.scale());
        }
        return question instanceof RatingQuestion rating ? Optional.of(rating.scale()) : Optional.empty();
    }
}
