package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Money by a number of things: a series for each currency, all by the same things. */
final class MoneyPlan implements Plan {
    private final Question question;
    private final Table money;
    private final Table things;
    private final List<Cut> cuts = new ArrayList<>();

    MoneyPlan(Question question, Limits limits) {
        this.question = question;
        Metric metric = question.metric();
        int points = question.buckets().size();
        money = new Table(Shape.MONEY, points, limits);
        things = new Table(Shape.COUNT, points, limits);
        Coverage coverage = Coverage.of(question.buckets());
        Grouping byCurrency = new Grouping(question.by(), question.where(), Map.of(), true);
        Grouping grouping = new Grouping(question.by(), question.where(), Map.of(), false);
        for (Measure measure : metric.numerator()) {
            cuts.add(new Cut(measure, coverage, byCurrency, money));
        }
        for (Measure measure : metric.denominator()) {
            cuts.add(new Cut(measure, coverage, grouping, things));
        }
    }

    @Override
    public List<Cut> cuts() {
        return cuts;
    }

    @Override
    public Iterable<List<String>> groups() {
        return money.groups();
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        long divisor = things.get(group.subList(0, question.by().size())).count(point);
        long micros = money.get(group).sum(point);
        return new Point(question.buckets().start(point), Formula.money(micros, divisor));
    }
}
