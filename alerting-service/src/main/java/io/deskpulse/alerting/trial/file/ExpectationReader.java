package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a test expects. Pure functions. */
final class ExpectationReader {
    private static final Duration MOST = Duration.ofDays(7);
    private static final int LONGEST = 8000;
    private static final int MOST_NAMES = 40;

    private ExpectationReader() {}

    static Expectation read(Part part, List<Rule> rules, List<RuleFault> faults) {
        part.only(List.of("at", "firing", "pending"));
        if (!part.has("at")) {
            part.fault("at", "It is missing; write how long after the begin, such as 25m.");
        }
        if (!part.has("firing")) {
            part.fault("firing", "It is missing; write all alerts that fire then, or [] for none.");
        }
        Duration at = part.duration("at", Duration.ZERO, MOST).orElse(Duration.ZERO);
        if (at.toSecondsPart() != 0) {
            part.fault("at", "Write whole minutes.");
        }
        return new Expectation(
                at,
                alerts(part, "firing", rules, faults),
                part.has("pending") ? Optional.of(alerts(part, "pending", rules, faults)) : Optional.empty());
    }

    private static List<Expectation.Alert> alerts(Part part, String name, List<Rule> rules, List<RuleFault> faults) {
        List<Expectation.Alert> alerts = new ArrayList<>();
        CaseReader.each(part, name, faults, (each, place) -> alerts.add(alert(each, rules)));
        return alerts;
    }

    private static Expectation.Alert alert(Part part, List<Rule> rules) {
        part.only(List.of("rule", "labels", "annotations"));
        List<String> ids = rules.stream().map(Rule::id).toList();
        String rule = part.text("rule", LONGEST).orElse("");
        if (!ids.isEmpty() && !ids.contains(rule)) {
            part.fault("rule", "There is no such rule" + Part.hint(rule, ids));
        }
        return new Expectation.Alert(
                rule,
                part.map("labels", MOST_NAMES, (all, label) -> all.text(label, LONGEST)),
                part.map("annotations", MOST_NAMES, ExpectationReader::words));
    }

    /** By language; a text alone is the English one. */
    private static Optional<Map<String, String>> words(Part all, String name) {
        if (all.find(name).filter(value -> value.isTextual()).isPresent()) {
            return all.text(name, LONGEST).map(text -> Map.of("en", text));
        }
        return all.object(name).map(texts -> {
            texts.only(Notice.LANGUAGES);
            Map<String, String> words = new LinkedHashMap<>();
            Notice.LANGUAGES.forEach(tag -> texts.text(tag, LONGEST).ifPresent(text -> words.put(tag, text)));
            return words;
        });
    }
}
