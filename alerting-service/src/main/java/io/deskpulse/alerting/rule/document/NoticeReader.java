package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Vocabulary;
import io.deskpulse.alerting.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is said of an alert. */
final class NoticeReader {
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_LABELS = 20;
    private static final int MOST_TEXTS = 20;
    private static final int MOST_LINKS = 10;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}");
    private static final Set<String> OWN_LABELS = Set.of(Labels.NAME, Labels.SEVERITY, "metric", "tenant");

    private NoticeReader() {}

    static Notice read(Part part, List<String> by) {
        Map<String, String> labels = part.map("labels", MOST_LABELS, (all, name) -> label(all, name, by));
        Set<String> values = Vocabulary.ofTexts(by, labels.keySet());
        return new Notice(
                labels,
                part.map("annotations", MOST_TEXTS, (all, name) -> annotation(all, name, values)),
                part.text("runbook", LONGEST_ADDRESS)
                        .filter(address -> isAddress(part, "runbook", address))
                        .orElse(null),
                part.map("links", MOST_LINKS, (all, name) -> link(all, name, values)));
    }

    /** Words in each language; a text alone stands for both, and one language for the other. */
    static Map<String, String> words(Part part, String name, int longest) {
        Map<String, String> words = new LinkedHashMap<>();
        if (part.find(name).filter(value -> !value.isObject()).isPresent()) {
            part.text(name, longest).ifPresent(text -> Notice.LANGUAGES.forEach(tag -> words.put(tag, text)));
            return words;
        }
        part.object(name).ifPresent(all -> {
            all.only(Notice.LANGUAGES);
            Notice.LANGUAGES.forEach(tag -> all.text(tag, longest).ifPresent(text -> words.put(tag, text)));
            if (all.names().isEmpty()) {
                part.fault(name, "Write a text, or one for each of " + String.join(", ", Notice.LANGUAGES) + ".");
            }
        });
        words.values().stream()
                .findFirst()
                .ifPresent(some -> Notice.LANGUAGES.forEach(tag -> words.putIfAbsent(tag, some)));
        return words;
    }

    private static Optional<String> label(Part all, String name, List<String> by) {
        if (!nameFits(all, name)) {
            return Optional.empty();
        }
        if (OWN_LABELS.contains(name) || by.contains(name)) {
            all.fault(name, "Each alert of this rule has this label anyway; choose another name.");
            return Optional.empty();
        }
        return all.text(name, LONGEST_LABEL).filter(text -> compiles(all, name, text, Vocabulary.ofLabels(by)));
    }

    private static Optional<Map<String, String>> annotation(Part all, String name, Set<String> values) {
        if (!nameFits(all, name)) {
            return Optional.empty();
        }
        Map<String, String> words = words(all, name, LONGEST_TEXT);
        boolean compile = words.values().stream().distinct().allMatch(text -> compiles(all, name, text, values));
        return Optional.of(words).filter(found -> compile && !found.isEmpty());
    }

    private static Optional<String> link(Part all, String name, Set<String> values) {
        return nameFits(all, name)
                ? all.text(name, LONGEST_ADDRESS)
                        .filter(text -> compiles(all, name, text, values))
                        .filter(text -> isAddress(all, name, text.replaceAll("\\{[^{}]*}", "x")))
                : Optional.empty();
    }

    private static boolean nameFits(Part all, String name) {
        boolean fits = NAME.matcher(name).matches();
        if (!fits) {
            all.fault(name, "Write letters, digits and _ in its name, not a digit first, at most 63.");
        }
        return fits;
    }

    private static boolean compiles(Part part, String name, String text, Collection<String> values) {
        if (Template.parse(text, values) instanceof Template.Parsed.Faulty faulty) {
            part.fault(
                    name,
                    faulty.name() == null
                            ? faulty.detail()
                            : faulty.detail() + ", only " + String.join(", ", values)
                                    + Part.hint(faulty.name(), values));
            return false;
        }
        return true;
    }

    private static boolean isAddress(Part part, String name, String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return true;
            }
        } catch (URISyntaxException e) {
            // told below, as what is no web address is
        }
        part.fault(name, "Write a web address that begins with https:// or http://.");
        return false;
    }
}
