package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Pace;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Metric;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads rules, from wherever they come: a request, a file, the database. Whatever is left out has a default (docs/guides/rules.md lists
 * them). Never throws for what stands in a document. Thread-safe.
 */
@Singleton
public class RuleReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final String RESERVED = "starters";
    private static final int LONGEST_ID = 63;
    private static final List<String> KNOWN = List.of(
            "id",
            "name",
            "enabled",
            "metric",
            "stat",
            "currency",
            "where",
            "by",
            "window",
            "slide",
            "delay",
            "condition",
            "for",
            "keepFiringFor",
            "minSamples",
            "noData",
            "vanishAfter",
            "maxInstances",
            "severity",
            "labels",
            "annotations",
            "runbook",
            "links");

    private final Catalogue catalogue;

    public RuleReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The rule of a tenant that a document is, or all that is wrong with it. */
    public Reading read(String tenant, Document document) {
        return document instanceof Document.Tree tree
                ? read(tenant, tree.root(), "")
                : new Reading.Faulty(List.of(((Document.Unreadable) document).fault()));
    }

    /**
     * The rule that a part of a document is.
     *
     * @param pointer to that part; faults are told from there
     */
    public Reading read(String tenant, JsonNode rule, String pointer) {
        List<RuleFault> faults = new ArrayList<>();
        Rule read = shape(tenant, Part.of(rule, pointer, faults));
        faults.addAll(RuleCheck.faults(read, pointer, catalogue, faults));
        return faults.isEmpty() ? new Reading.Sound(read) : new Reading.Faulty(faults);
    }

    /**
     * A rule that was found to be sound once, whatever has become of its metric since.
     *
     * @throws IllegalArgumentException where it cannot have been
     */
    public Rule stored(String tenant, int version, byte[] document) {
        List<RuleFault> faults = new ArrayList<>();
        if (!(Document.json(document) instanceof Document.Tree tree)) {
            throw new IllegalArgumentException("a stored rule is no JSON");
        }
        Rule read = shape(tenant, Part.of(tree.root(), "", faults));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "stored rule " + read.id() + " at " + faults.get(0).pointer());
        }
        return read.as(version);
    }

    /** What is wrong with a rule by the catalogue of today; empty where nothing is. */
    public List<RuleFault> faults(Rule rule) {
        return RuleCheck.faults(rule, "", catalogue, List.of());
    }

    private Rule shape(String tenant, Part part) {
        part.only(KNOWN);
        String id = id(part);
        Condition condition = ConditionReader.read(part);
        Optional<Metric> metric = part.text("metric", 100).flatMap(catalogue::find);
        Query query = QueryReader.query(part, condition, metric);
        Pace pace = QueryReader.pace(part, condition, metric);
        Severity severity = part.oneOf("severity", Words.SEVERITIES).orElse(Severity.WARNING);
        Notice notice = NoticeReader.read(part, query.by());
        return new Rule(
                tenant,
                id,
                0,
                name(part, id, metric),
                part.flag("enabled").orElse(true),
                query,
                condition,
                pace,
                severity,
                notice);
    }

    private static String id(Part part) {
        String id = part.text("id", LONGEST_ID).orElse("");
        if (!part.has("id")) {
            part.fault("id", "It is missing; write a short name that stays, such as bot-resolution-rate.");
        } else if (!id.isEmpty() && !ID.matcher(id).matches()) {
            part.fault("id", "Write lower-case letters, digits, - and _, at most " + LONGEST_ID + ".");
        } else if (id.equals(RESERVED)) {
            part.fault("id", "This name has another meaning in addresses; choose another one.");
        }
        return id;
    }

    private static Map<String, String> name(Part part, String id, Optional<Metric> metric) {
        return part.has("name")
                ? NoticeReader.words(part, "name", NoticeReader.LONGEST_NAME)
                : metric.map(known -> Map.of(
                                "en", known.name().en(),
                                "zh-CN", known.name().zh()))
                        .orElse(Map.of("en", id, "zh-CN", id));
    }
}
