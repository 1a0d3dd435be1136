package io.deskpulse.survey.result;

import io.deskpulse.catalogue.interval.Intervals;
import io.deskpulse.catalogue.interval.Significance;
import io.deskpulse.survey.definition.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the results of what was counted. Not thread-safe. */
final class Evaluation {
    private final Selection selection;
    private final AskedQuestions asked;
    private final Tally tally;

    Evaluation(Selection selection, AskedQuestions asked, Tally tally) {
        this.selection = selection;
        this.asked = asked;
        this.tally = tally;
    }

    Results results() {
        Map<Dimension, List<Results.Response>> responses = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.COMPARED) {
            responses.put(
                    dimension,
                    tally.byValue().getOrDefault(dimension, List.of()).stream()
                            .map(this::response)
                            .toList());
        }
        Tally.Offers all = tally.all();
        return new Results(
                selection,
                asked.newest().defaultLanguage(),
                asked.versions().stream()
                        .filter(version -> version > 0 && selection.covers(version))
                        .toList(),
                all,
                rate(all.started(), all.delivered()),
                rate(all.finished(), all.started()),
                responses,
                asked.all().stream().map(this::answered).toList());
    }

    private Results.Response response(Tally.Valued valued) {
        Tally.Offers these = valued.offers();
        Tally.Offers rest = tally.all().less(these);
        Boolean differs = Significance.ofRates(these.started(), these.delivered(), rest.started(), rest.delivered());
        return new Results.Response(valued.value(), these, rate(these.started(), these.delivered()), differs);
    }

    private Results.Answered answered(Question question) {
        QuestionTally counted = new QuestionTally(question, asked, tally);
        long shownTo = counted.shownTo();
        long answered = counted.answered();
        return new Results.Answered(
                question,
                shownTo,
                answered,
                rate(answered, shownTo),
                tally.paces().get(question.id()),
                counted.comments(),
                counted.parts(),
                counted.options(),
                asked.incomparable(question));
    }

    static Estimate rate(long numerator, long denominator) {
        return denominator == 0
                ? Estimate.NONE
                : new Estimate((double) numerator / denominator, Intervals.ofRate(numerator, denominator), denominator);
    }
}
