package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Series;
import io.deskpulse.metrics.query.CellReader.Reading;
import io.deskpulse.metrics.query.Refusal.Reason;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Asks for one metric. Thread-safe. */
public final class AskMetrics {
    private final CellReader cells;
    private final Clock clock;
    private final Limits limits;
    private final Interpreter interpreter;

    /** @param clock tells what is kept no more, and what is still to come */
    public AskMetrics(Catalogue catalogue, CellReader cells, Clock clock) {
        this(catalogue, cells, clock, Limits.USUAL);
    }

    AskMetrics(Catalogue catalogue, CellReader cells, Clock clock, Limits limits) {
        this.cells = cells;
        this.clock = clock;
        this.limits = limits;
        this.interpreter = new Interpreter(catalogue, clock, limits.pointsOfSeries());
    }

    /**
     * Answers a question from what is stored.
     *
     * @param tenant whose numbers
     * @return the answer, or why there is none; fails with {@link CellsUnavailableException} where nothing can be read
     */
    public Uni<Reply> ask(String tenant, Asked asked) {
        Understanding understood = interpreter.interpret(asked);
        if (understood instanceof Refusal refusal) {
            return Uni.createFrom().item(refusal);
        }
        Question question = (Question) understood;
        long now = clock.millis();
        Plan plan = Plan.of(question, limits, now);
        Plan before =
                question.compare() ? Plan.of(question.about(question.buckets().before()), limits, now) : null;
        List<Cut> cuts = new ArrayList<>(plan.cuts());
        if (before != null) {
            cuts.addAll(before.cuts());
        }
        Refusal forgotten = forgotten(question, cuts, now);
        return forgotten != null
                ? Uni.createFrom().item(forgotten)
                : cells.read(tenant, cuts, plan.outages()).map(reading -> reply(question, plan, before, cuts, reading));
    }

    private static Refusal forgotten(Question question, List<Cut> cuts, long now) {
        for (Cut cut : cuts) {
            Granularity granularity = cut.forgotten(now);
            if (granularity != null) {
                return Forgotten.refusal(question, cut.measure(), granularity, now);
            }
        }
        return null;
    }

    private Reply reply(Question question, Plan plan, Plan before, List<Cut> cuts, Reading reading) {
        List<List<String>> groups = groups(question, plan, before);
        long points = (long) groups.size() * question.buckets().size();
        if (cuts.stream().anyMatch(Cut::overflown) || groups.size() > limits.series() || points > limits.points()) {
            return new Refusal(
                    Reason.TOO_LARGE,
                    "by",
                    "more than " + limits.series() + " series or " + limits.points()
                            + " points; ask for fewer dimensions, filter with where, or take a longer step");
        }
        List<Series> series = new ArrayList<>(groups.size());
        for (List<String> group : groups) {
            series.add(series(question, group, plan, before, reading));
        }
        Long asOf = reading.asOfMillis();
        return new Answer(
                question.metric(),
                question.zone(),
                question.step(),
                asOf == null ? null : Instant.ofEpochMilli(asOf),
                Instant.ofEpochMilli(question.buckets().start()),
                Instant.ofEpochMilli(question.buckets().end()),
                question.stat(),
                question.compare(),
                plan.assumptions(),
                series);
    }

    /** What is asked for undivided is always there, be it empty. */
    private static List<List<String>> groups(Question question, Plan plan, Plan before) {
        TreeSet<List<String>> groups = new TreeSet<>(Table.ORDER);
        plan.groups().forEach(groups::add);
        if (before != null) {
            before.groups().forEach(groups::add);
        }
        if (groups.isEmpty() && question.by().isEmpty()) {
            groups.add(List.of());
        }
        return List.copyOf(groups);
    }

    private static Series series(Question question, List<String> group, Plan plan, Plan before, Reading reading) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            dimensions.put(i < question.by().size() ? question.by().get(i) : Interpreter.CURRENCY, group.get(i));
        }
        List<Point> points = new ArrayList<>(question.buckets().size());
        for (int i = 0; i < question.buckets().size(); i++) {
            Point point = plan.point(group, i, reading);
            points.add(before == null ? point : Comparison.compare(point, before.point(group, i, reading)));
        }
        return new Series(dimensions, points);
    }
}
