package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.PointScale;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.query.Answer.Evidence;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Scores;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.List;
import java.util.Map;

/** Scores of one scale: their mean, the share of high ones, or what remains of those for after those against. */
final class ScorePlan implements Plan {
    private static final double PERCENT = 100;

    private final Question question;
    private final Metric metric;
    private final Measure measure;
    private final Table answers;
    private final List<Cut> cuts;

    ScorePlan(Question question, Limits limits) {
        this.question = question;
        this.metric = question.metric();
        this.measure = metric.numerator().get(0);
        this.answers = new Table(measure.shape(), question.buckets().size(), limits);
        Grouping grouping = new Grouping(question.by(), question.where(), Map.of(), false);
        this.cuts = List.of(new Cut(measure, Coverage.of(question.buckets()), grouping, answers));
    }

    /** Whether a mean is one of scores. */
    static boolean isFor(Metric metric) {
        return metric.numerator().get(0).shape() == Shape.SCORE;
    }

    @Override
    public List<Cut> cuts() {
        return cuts;
    }

    @Override
    public Iterable<List<String>> groups() {
        return answers.groups();
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        Column column = answers.get(group);
        Tally tally = column.tally(point);
        long start = question.buckets().start(point);
        Scores scores = scores(column, point);
        return switch (metric.formula()) {
            case TOP_BOX -> topBox(start, tally, scores);
            case NET_PROMOTER -> netPromoter(start, tally, scores);
            default -> mean(start, tally, scores);
        };
    }

    private Point mean(long start, Tally tally, Scores scores) {
        Figure figure = Formula.mean(tally, measure.quantity());
        Evidence evidence = new Evidence(false, tally.count, tally.sum, tally.squares);
        return new Point(start, figure, null, evidence, scores, null);
    }

    private Point topBox(long start, Tally tally, Scores scores) {
        long hits = between(scores, metric.inputs().from(), measure.scale().greatest());
        Evidence evidence = new Evidence(true, tally.count, hits, 0);
        return new Point(start, Formula.rate(hits, tally.count), null, evidence, scores, null);
    }

    /** Compared as what it is: a mean of 100, 0 and -100. */
    private Point netPromoter(long start, Tally tally, Scores scores) {
        long promoters = between(scores, Formula.PROMOTER, measure.scale().greatest());
        long detractors = between(scores, measure.scale().least(), Formula.DETRACTOR);
        Figure figure = Formula.netPromoter(promoters, detractors, tally.count);
        Evidence evidence = new Evidence(
                false, tally.count, PERCENT * (promoters - detractors), PERCENT * PERCENT * (promoters + detractors));
        return new Point(start, figure, null, evidence, scores, null);
    }

    private Scores scores(Column column, int point) {
        PointScale scale = measure.scale();
        long[] numbers = new long[scale.greatest() - scale.least() + 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = column.bin(point, scale.least() + i);
        }
        return new Scores(scale, numbers);
    }

    private static long between(Scores scores, int least, int greatest) {
        long between = 0;
        for (int score = least; score <= greatest; score++) {
            between += scores.numbers()[score - scores.scale().least()];
        }
        return between;
    }
}
