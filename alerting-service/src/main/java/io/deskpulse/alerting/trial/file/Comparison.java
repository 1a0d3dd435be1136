package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.document.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares alerts that stand with those that are expected. Pure functions. */
final class Comparison {
    private Comparison() {}

    /** What differs, in words; empty where nothing does. */
    static List<String> failures(Expectation expectation, List<Transition> standing) {
        List<String> failures = new ArrayList<>();
        String at = "at " + Durations.write(expectation.at());
        compare(
                at + " firing",
                expectation.firing(),
                standing.stream().filter(alert -> alert.to().active()).toList(),
                failures);
        expectation
                .pending()
                .ifPresent(expected -> compare(
                        at + " pending",
                        expected,
                        standing.stream()
                                .filter(alert -> alert.to() == State.PENDING)
                                .toList(),
                        failures));
        return failures;
    }

    private static void compare(
            String what, List<Expectation.Alert> expected, List<Transition> got, List<String> failures) {
        List<Transition> left = new ArrayList<>(got);
        List<Expectation.Alert> missing = new ArrayList<>();
        for (Expectation.Alert alert : expected) {
            left.stream()
                    .filter(candidate -> fits(alert, candidate))
                    .findFirst()
                    .ifPresentOrElse(left::remove, () -> missing.add(alert));
        }
        if (!missing.isEmpty() || !left.isEmpty()) {
            failures.add(what + "\n  expected: "
                    + told(expected.stream().map(Comparison::text).toList())
                    + "\n  got:      "
                    + told(got.stream().map(alert -> text(alert, expected)).toList()));
        }
    }

    private static boolean fits(Expectation.Alert expected, Transition got) {
        return expected.rule().equals(got.rule())
                && got.labels()
                        .values()
                        .entrySet()
                        .containsAll(expected.labels().entrySet())
                && expected.annotations().entrySet().stream().allMatch(each -> got.annotations()
                        .getOrDefault(each.getKey(), Map.of())
                        .entrySet()
                        .containsAll(each.getValue().entrySet()));
    }

    private static String text(Expectation.Alert alert) {
        return text(alert.rule(), alert.labels(), alert.annotations());
    }

    /** With the annotations that matter somewhere: their difference is to be seen. */
    private static String text(Transition alert, List<Expectation.Alert> expected) {
        Map<String, String> labels = new TreeMap<>(alert.labels().values());
        labels.remove("alertname");
        Map<String, Map<String, String>> annotations = new TreeMap<>(alert.annotations());
        annotations.keySet().removeIf(name -> expected.stream()
                .noneMatch(each -> each.annotations().containsKey(name)));
        return text(alert.rule(), labels, annotations);
    }

    private static String text(String rule, Map<String, String> labels, Map<String, Map<String, String>> annotations) {
        String quoted = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                        .collect(Collectors.joining(", ", "{", "}"));
        return rule + quoted + (annotations.isEmpty() ? "" : " " + new TreeMap<>(annotations));
    }

    private static String told(List<String> alerts) {
        return alerts.isEmpty() ? "nothing" : alerts.stream().sorted().collect(Collectors.joining("\n            "));
    }
}
