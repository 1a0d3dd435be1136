package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Pace;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Writes rules as {@link RuleReader} reads them, with everything that was left out. Pure functions. */
public final class RuleWriter {
    private RuleWriter() {}

    public static ObjectNode write(Rule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id());
        words(json, "name", rule.name());
        json.put("enabled", rule.enabled());
        boolean always = rule.condition() instanceof Condition.Always;
        if (!always) {
            query(json, rule.query());
        }
        json.put("slide", Durations.write(rule.query().slide()));
        json.set("condition", ConditionWriter.write(rule.condition()));
        json.put("for", Durations.write(rule.pace().holdFor()));
        if (!always) {
            pace(json, rule.pace(), rule.condition());
        }
        json.put("severity", Words.of(Words.SEVERITIES, rule.severity()));
        notice(json, rule.notice());
        return json;
    }

    private static void query(ObjectNode json, Query query) {
        json.put("metric", query.metric());
        if (query.stat() != null) {
            json.put("stat", query.stat().id());
        }
        if (query.currency() != null) {
            json.put("currency", query.currency());
        }
        if (!query.where().isEmpty()) {
            ObjectNode where = json.putObject("where");
            new TreeMap<>(query.where()).forEach((dimension, values) -> texts(where, dimension, values));
        }
        if (!query.by().isEmpty()) {
            texts(json, "by", query.by());
        }
        json.put("window", Durations.write(query.window()));
        json.put("delay", Durations.write(query.delay()));
    }

    private static void pace(ObjectNode json, Pace pace, Condition condition) {
        json.put("keepFiringFor", Durations.write(pace.keepFiringFor()));
        if (!(condition instanceof Condition.NoData)) {
            json.put("minSamples", pace.minSamples());
            json.put("noData", Words.of(Words.NO_DATA, pace.noData()));
        }
        json.put("vanishAfter", pace.vanishAfter());
        json.put("maxInstances", pace.maxInstances());
    }

    private static void notice(ObjectNode json, Notice notice) {
        if (!notice.labels().isEmpty()) {
            ObjectNode labels = json.putObject("labels");
            new TreeMap<>(notice.labels()).forEach(labels::put);
        }
        if (!notice.annotations().isEmpty()) {
            ObjectNode annotations = json.putObject("annotations");
            new TreeMap<>(notice.annotations()).forEach((name, texts) -> words(annotations, name, texts));
        }
        if (notice.runbook() != null) {
            json.put("runbook", notice.runbook());
        }
        if (!notice.links().isEmpty()) {
            ObjectNode links = json.putObject("links");
            new TreeMap<>(notice.links()).forEach(links::put);
        }
    }

    private static void texts(ObjectNode json, String name, Collection<String> values) {
        values.forEach(json.putArray(name)::add);
    }

    /** One text where all languages have the same. */
    private static void words(ObjectNode json, String name, Map<String, String> words) {
        if (words.values().stream().distinct().count() == 1) {
            json.put(name, words.values().iterator().next());
            return;
        }
        ObjectNode each = json.putObject(name);
        Notice.LANGUAGES.forEach(tag -> each.put(tag, words.get(tag)));
    }
}
