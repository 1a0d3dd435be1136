package io.deskpulse.survey.result;

import io.deskpulse.catalogue.interval.Intervals;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.survey.definition.ChoiceQuestion;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was counted of one question, over the versions whose answers to it can be compared. */
final class QuestionTally {
    private final Question question;
    private final AskedQuestions asked;
    private final Tally tally;
    private final List<Tally.Given> given;
    private final Counted answers;

    QuestionTally(Question question, AskedQuestions asked, Tally tally) {
        this.question = question;
        this.asked = asked;
        this.tally = tally;
        this.given = tally.answers().stream()
                .filter(answer -> answer.question().equals(question.id()))
                .filter(answer -> asked.comparable(answer.version(), question))
                .toList();
        this.answers = given.stream()
                .filter(answer -> answer.part() == null && answer.value() == null)
                .map(Tally.Given::counted)
                .reduce(Counted.NONE, Counted::plus);
    }

    long answered() {
        return answers.count();
    }

    long comments() {
        return given.stream().mapToLong(Tally.Given::comments).sum();
    }

    /** Without a condition whoever saw the survey saw the question; with one, whose earlier answer meets it. */
    long shownTo() {
        return tally.byVersion().entrySet().stream()
                .filter(version -> asked.comparable(version.getKey(), question))
                .mapToLong(version -> shownTo(version.getKey(), version.getValue()))
                .sum();
    }

    private long shownTo(int version, Tally.Offers offers) {
        boolean always = asked.in(version, question.id())
                .flatMap(there -> there.asked().showIf())
                .isEmpty();
        return always
                ? offers.shown()
                : tally.shown().stream()
                        .filter(shown ->
                                shown.version() == version && shown.question().equals(question.id()))
                        .mapToLong(Tally.Shown::offers)
                        .sum();
    }

    List<Results.Scored> parts() {
        Optional<Scale> scale = AskedQuestions.scale(question);
        if (scale.isEmpty()) {
            return List.of();
        }
        return question instanceof RatingQuestion rating
                ? rating.aspects().stream()
                        .map(aspect -> scored(aspect.id(), scale.get()))
                        .toList()
                : List.of(scored(null, scale.get()));
    }

    private Results.Scored scored(String aspect, Scale scale) {
        Map<Integer, Counted> points = new HashMap<>();
        given.stream()
                .filter(answer -> answer.value() != null && Objects.equals(answer.part(), aspect))
                .forEach(answer -> points.merge(answer.value(), answer.counted(), Counted::plus));
        Distribution distribution = new Distribution(points);
        return new Results.Scored(aspect, distribution, Score.of(question.kind(), scale, distribution));
    }

    List<Results.Chosen> options() {
        return question instanceof ChoiceQuestion choice
                ? choice.options().stream().map(option -> chosen(option.id())).toList()
                : List.of();
    }

    private Results.Chosen chosen(String option) {
        Counted counted = given.stream()
                .filter(answer -> answer.value() == null && option.equals(answer.part()))
                .map(Tally.Given::counted)
                .reduce(Counted.NONE, Counted::plus);
        return new Results.Chosen(
                option, counted.count(), Evaluation.rate(counted.count(), answers.count()), weightedShare(counted));
    }

    private Estimate weightedShare(Counted counted) {
        if (answers.weights() == 0) {
            return Estimate.NONE;
        }
        double share = Math.min(1, counted.weights() / answers.weights());
        return new Estimate(share, Intervals.ofShare(share, answers.effective()), answers.effective());
    }
}
