package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Vocabulary;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells of the alerts of one rule in one language. Immutable. */
final class Telling {
    private final Rule rule;
    private final Optional<Metric> metric;
    private final Phrases phrases;
    private final Figures figures;
    private final Moments moments;

    Telling(Rule rule, Catalogue catalogue, Phrases phrases, Moments moments) {
        this.rule = rule;
        this.metric = Optional.ofNullable(rule.query().metric()).flatMap(catalogue::find);
        this.phrases = phrases;
        this.moments = moments;
        this.figures = new Figures(
                metric.map(Metric::unit).orElse(Unit.COUNT), rule.query().currency(), phrases);
    }

    Phrases phrases() {
        return phrases;
    }

    /** The values that templates may hold (see {@link Vocabulary}), but for labels. */
    Map<String, String> values(Occasion occasion) {
        Evidence evidence = occasion.evidence();
        Said said = said(occasion);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tenant", rule.tenant());
        values.put("rule", rule.id());
        values.put(
                "metric",
                rule.query().metric() == null ? phrases.nothing() : rule.query().metric());
        values.put("name", said.name());
        values.put("severity", phrases.severity(rule.severity()));
        values.put("metricName", metricName());
        values.put("group", group(occasion.group()));
        values.put("state", phrases.state(occasion.state()));
        values.put("reason", phrases.reason(occasion.reason()));
        values.put("value", said.value());
        values.put("limit", said.limit());
        values.put("low", figures.value(evidence.low()));
        values.put("high", figures.value(evidence.high()));
        values.put("baseline", said.baseline());
        values.put("sample", orNothing(said.sample()));
        values.put("window", said.window());
        values.put("from", orNothing(moments.at(evidence.from())));
        values.put("to", orNothing(moments.at(evidence.to())));
        values.put("when", orNothing(moments.at(occasion.at())));
        occasion.group().forEach((dimension, value) -> values.put(Vocabulary.GROUP + dimension, value));
        return values;
    }

    /** What stands where the rule says nothing, or badly. */
    Map<String, String> standard(Occasion occasion) {
        Said said = said(occasion);
        return Map.of("summary", phrases.summary(rule, said), "description", phrases.description(rule, said));
    }

    private Said said(Occasion occasion) {
        Evidence evidence = occasion.evidence();
        Double limit = limit(evidence);
        return new Said(
                rule.name().getOrDefault(phrases.tag(), rule.id()),
                phrases.subject(metricName(), group(occasion.group())),
                occasion.state(),
                occasion.reason(),
                figures.value(
                        evidence.value(), rule.condition() instanceof Condition.Change ? evidence.baseline() : limit),
                rule.condition() instanceof Condition.Change change
                        ? change(change, change.limit())
                        : figures.value(limit),
                figures.value(evidence.baseline()),
                rule.condition() instanceof Condition.Change change ? changed(change, evidence) : phrases.nothing(),
                evidence.low() == null || evidence.high() == null
                        ? null
                        : figures.value(evidence.low()) + "–" + figures.value(evidence.high()),
                evidence.sample() == null
                        ? null
                        : phrases.sample(
                                evidence.sample(),
                                metric.map(known -> known.rows().of()).orElse("")),
                phrases.length(rule.query().window()),
                moments.span(evidence.from(), evidence.to()));
    }

    private Double limit(Evidence evidence) {
        if (rule.condition() instanceof Condition.Threshold threshold) {
            return evidence.limit() == null ? (Double) threshold.limit() : evidence.limit();
        }
        // Of a burn rate the share at which the budget is used up too fast.
        return rule.condition() instanceof Condition.BurnRate ? evidence.limit() : null;
    }

    private String changed(Condition.Change change, Evidence evidence) {
        if (evidence.value() == null || evidence.baseline() == null) {
            return phrases.nothing();
        }
        double difference = evidence.value() - evidence.baseline();
        return change(
                change,
                change.measure() == Condition.Measure.RELATIVE
                        ? difference / Math.abs(evidence.baseline())
                        : difference);
    }

    private String change(Condition.Change change, double by) {
        return change.measure() == Condition.Measure.RELATIVE ? figures.share(by) : figures.difference(by);
    }

    private String metricName() {
        Query query = rule.query();
        String name = metric.map(known -> phrases.of(known.name()))
                .orElse(query.metric() == null ? phrases.nothing() : query.metric());
        return query.stat() == null ? name : name + " " + query.stat().id();
    }

    /** Which part of the metric: the group, and what the rule is narrowed to anyway. */
    private String group(Map<String, String> group) {
        List<String> parts = new ArrayList<>();
        rule.query()
                .by()
                .forEach(
                        dimension -> part(dimension, List.of(group.getOrDefault(dimension, Dimension.UNKNOWN)), parts));
        new TreeMap<>(rule.query().where()).forEach((dimension, values) -> {
            if (!rule.query().by().contains(dimension)) {
                part(dimension, values, parts);
            }
        });
        return phrases.list(parts);
    }

    private void part(String dimension, List<String> values, List<String> parts) {
        parts.add(phrases.dimension(Dimension.ofId(dimension)) + " " + phrases.any(values));
    }

    private String orNothing(String text) {
        return text == null ? phrases.nothing() : text;
    }
}
