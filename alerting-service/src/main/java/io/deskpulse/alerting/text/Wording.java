package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.rule.Rule;
import java.util.Map;
import java.util.TreeMap;

/** What to say of the alerts of one version of a rule. Never fails: a template that does is replaced by what would stand there without it. Thread-safe. */
public final class Wording {
    private final Rule rule;

    Wording(Rule rule) {
        this.rule = rule;
    }

    /**
     * What is said. Immutable.
     *
     * @param annotations by name and then by language; {@code summary} and {@code description} are always there
     * @param links addresses by name
     */
    public record Words(Map<String, Map<String, String>> annotations, Map<String, String> links) {
        public Words {
            annotations = Map.copyOf(annotations);
            links = Map.copyOf(links);
        }
    }

    /** The identity of the instance with these values of the rule's dimensions: always the same for the same group. */
    public Labels labels(Map<String, String> group) {
        TreeMap<String, String> labels = new TreeMap<>(group);
        labels.put(Labels.NAME, rule.id());
        labels.put(Labels.SEVERITY, rule.severity().name().toLowerCase(java.util.Locale.ROOT));
        return new Labels(labels);
    }

    /** What to say now. */
    public Words words(Occasion occasion) {
        return new Words(Map.of(), Map.of());
    }
}
