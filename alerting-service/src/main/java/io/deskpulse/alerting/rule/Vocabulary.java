package io.deskpulse.alerting.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The values that templates of a rule may hold. Pure functions. */
public final class Vocabulary {
    /** Before the value of a dimension that the rule is cut by. */
    public static final String GROUP = "group.";

    /** Before a label of the rule. */
    public static final String LABELS = "labels.";

    private static final List<String> OF_THE_RULE = List.of("tenant", "rule", "metric");
    private static final List<String> OF_THE_MOMENT = List.of(
            "name",
            "severity",
            "metricName",
            "group",
            "state",
            "reason",
            "value",
            "limit",
            "low",
            "high",
            "baseline",
            "sample",
            "window",
            "from",
            "to",
            "when");

    private Vocabulary() {}

    /** What labels may hold: nothing that changes from moment to moment, since they are the identity of an alert. */
    public static Set<String> ofLabels(Collection<String> by) {
        Set<String> names = new TreeSet<>(OF_THE_RULE);
        by.forEach(dimension -> names.add(GROUP + dimension));
        return names;
    }

    /** What annotations and links may hold. */
    public static Set<String> ofTexts(Collection<String> by, Collection<String> labels) {
        Set<String> names = ofLabels(by);
        names.addAll(OF_THE_MOMENT);
        labels.forEach(label -> names.add(LABELS + label));
        return names;
    }
}
