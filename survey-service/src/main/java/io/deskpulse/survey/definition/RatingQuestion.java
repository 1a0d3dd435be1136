package io.deskpulse.survey.definition;

import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several aspects, each rated on the same Likert scale from 1 to 3, 5, 7 or 10. A required one needs every aspect.
 */
public record RatingQuestion(Asked asked, Scale scale, Ends ends, List<Aspect> aspects) implements Question {
    private static final Set<Integer> POINTS = Set.of(3, 5, 7, 10);

    /** One thing to rate. */
    public record Aspect(String id, Wording text) {
        public Aspect {
            Rules.id("/id", id);
        }
    }

    public RatingQuestion {
        if (scale.min() != 1 || !POINTS.contains(scale.max())) {
            throw new InvalidSurvey("/points", "Send a number of points that a rating has: 3, 5, 7 or 10.");
        }
        Rules.size("/aspects", aspects.size(), 1, Rules.MAX_ASPECTS);
        Rules.distinct("/aspects", aspects, Aspect::id);
        aspects = List.copyOf(aspects);
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.RATING;
    }

    @Override
    public Optional<InvalidAnswer> fault(Answer answer) {
        if (!(answer instanceof Answer.Ratings ratings)) {
            return Optional.of(
                    new InvalidAnswer("", "Send {\"values\": {\"<aspect>\": n}}: this question rates aspects."));
        }
        if (asked.required()
                ? !ratings.values().keySet().equals(ids())
                : ratings.values().isEmpty()) {
            return Optional.of(new InvalidAnswer(
                    "/values", asked.required() ? "Rate every aspect and no other." : "Rate at least one aspect."));
        }
        return ratings.values().entrySet().stream()
                .filter(rating -> !fits(rating))
                .findFirst()
                .map(rating -> ids().contains(rating.getKey())
                        ? new InvalidAnswer(
                                "/values/" + rating.getKey(),
                                "Send a whole number from " + scale.min() + " to " + scale.max() + ".")
                        : new InvalidAnswer("/values", "Rate aspects of this question only."));
    }

    @Override
    public Stream<Text> texts() {
        Stream<Text> ofAspects = IntStream.range(0, aspects.size())
                .mapToObj(
                        i -> new Text("/aspects/" + i + "/text", aspects.get(i).text()));
        return Stream.of(Stream.of(new Text("/text", asked.text())), ends.texts(), ofAspects)
                .flatMap(texts -> texts);
    }

    private boolean fits(Map.Entry<String, Integer> rating) {
        return ids().contains(rating.getKey()) && rating.getValue() >= scale.min() && rating.getValue() <= scale.max();
    }

    private Set<String> ids() {
        return aspects.stream().map(Aspect::id).collect(Collectors.toSet());
    }
}
