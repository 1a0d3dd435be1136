package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Vocabulary;
import io.deskpulse.alerting.template.Template;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to say of the alerts of one version of a rule. Never fails: where a template does, an annotation has the text it has without one, a label or
 * link is left out, and it is counted. Thread-safe.
 */
public final class RuleWording {
    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_TEXT = 8000;

    private final Rule rule;
    private final List<Telling> tellings;
    private final AlertLinks links;
    private final TemplateFailures failures;
    private final Map<String, Optional<Template>> labels = new TreeMap<>();
    private final Map<String, Map<String, Optional<Template>>> annotations = new TreeMap<>();

    RuleWording(Rule rule, List<Telling> tellings, AlertLinks links, TemplateFailures failures) {
        this.rule = rule;
        this.tellings = List.copyOf(tellings);
        this.links = links;
        this.failures = failures;
        Set<String> ofLabels = Vocabulary.ofLabels(rule.query().by());
        rule.notice().labels().forEach((name, text) -> labels.put(name, parsed(text, ofLabels)));
        Set<String> ofTexts =
                Vocabulary.ofTexts(rule.query().by(), rule.notice().labels().keySet());
        rule.notice().annotations().forEach((name, texts) -> annotations.put(name, parsed(texts, ofTexts)));
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
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tenant", rule.tenant());
        values.put("rule", rule.id());
        values.put("metric", rule.query().metric());
        group.forEach((dimension, value) -> values.put(Vocabulary.GROUP + dimension, value));
        TreeMap<String, String> all = new TreeMap<>();
        labels.forEach((name, template) -> template.flatMap(found -> found.render(values::get, LONGEST_LABEL))
                .or(() -> failures.counted(rule, "label"))
                .ifPresent(text -> all.put(name, text)));
        all.putAll(group);
        all.put(Labels.NAME, rule.id());
        all.put(Labels.SEVERITY, rule.severity().name().toLowerCase(Locale.ROOT));
        if (rule.query().metric() != null) {
            all.put("metric", rule.query().metric());
        }
        return new Labels(all);
    }

    /** What to say now. */
    public Words words(Occasion occasion) {
        Map<String, String> labelValues = labels(occasion.group()).values();
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        for (Telling telling : tellings) {
            String tag = telling.phrases().tag();
            Map<String, String> values = with(telling.values(occasion), labelValues);
            Map<String, String> standard = telling.standard(occasion);
            standard.forEach((name, text) -> put(said, name, tag, text));
            annotations.forEach((name, templates) -> templates
                    .getOrDefault(tag, Optional.empty())
                    .flatMap(template -> template.render(values::get, LONGEST_TEXT))
                    .or(() -> failures.counted(rule, "annotation"))
                    .or(() -> Optional.ofNullable(standard.get("summary")).filter(text -> !standard.containsKey(name)))
                    .ifPresent(text -> put(said, name, tag, text)));
        }
        Map<String, String> english = with(tellings.get(0).values(occasion), labelValues);
        return new Words(said, links.of(rule, occasion, english::get));
    }

    private Map<String, String> with(Map<String, String> values, Map<String, String> labelValues) {
        // A label of the rule that came out empty is none; whoever names it sees nothing.
        rule.notice()
                .labels()
                .keySet()
                .forEach(name -> values.put(Vocabulary.LABELS + name, labelValues.getOrDefault(name, "")));
        return values;
    }

    private static void put(Map<String, Map<String, String>> said, String name, String tag, String text) {
        said.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(tag, text);
    }

    private static Map<String, Optional<Template>> parsed(Map<String, String> texts, Set<String> names) {
        Map<String, Optional<Template>> templates = new TreeMap<>();
        texts.forEach((tag, text) -> templates.put(tag, parsed(text, names)));
        return templates;
    }

    boolean isOf(Rule other) {
        return rule == other || rule.equals(other);
    }

    /** Empty where a template that was stored by an earlier release means nothing to this one. */
    static Optional<Template> parsed(String text, Collection<String> names) {
        return Template.parse(text, names) instanceof Template.Parsed.Sound sound
                ? Optional.of(sound.template())
                : Optional.empty();
    }
}
