package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.rule.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is said of alerts, however it is written. Stateless. */
public final class Told {
    private Told() {}

    /** The annotations of an alert in a language; in the first that there is where this is missing. */
    public static SortedMap<String, String> annotations(Alert alert, String language) {
        SortedMap<String, String> told = new TreeMap<>();
        alert.last().annotations().forEach((name, texts) -> {
            String text = texts.getOrDefault(language, texts.get(Notice.LANGUAGES.get(0)));
            if (text == null && !texts.isEmpty()) {
                text = new TreeMap<>(texts).values().iterator().next();
            }
            if (text != null && !text.isEmpty()) {
                told.put(name, text);
            }
        });
        return told;
    }

    /** When it began to fire, as far as is known. */
    public static Instant since(Alert alert) {
        if (alert.firedAt() != null) {
            return alert.firedAt();
        }
        return alert.startedAt() == null ? alert.last().at() : alert.startedAt();
    }

    /** When it ended; of one that fires, this is no answer. */
    public static Instant until(Alert alert) {
        return alert.resolvedAt() == null ? alert.last().at() : alert.resolvedAt();
    }

    /** Where more is to be read of it: the console, else the rows behind it; empty text where there is neither. */
    public static String page(Alert alert) {
        Map<String, String> links = alert.last().links();
        return links.getOrDefault("console", links.getOrDefault("rows", ""));
    }

    /** The worst severity of those that fire, else of all: {@code critical}, {@code warning} or {@code info}. */
    public static String severity(List<Alert> alerts) {
        List<Alert> firing =
                alerts.stream().filter(alert -> alert.state().active()).toList();
        List<String> severities = (firing.isEmpty() ? alerts : firing)
                .stream().map(alert -> alert.labels().get(Labels.SEVERITY)).toList();
        return severities.contains("critical") ? "critical" : severities.contains("warning") ? "warning" : "info";
    }

    /** What all of them have, with the same value. */
    public static SortedMap<String, String> common(Collection<? extends Map<String, String>> all) {
        Iterator<? extends Map<String, String>> each = all.iterator();
        SortedMap<String, String> common = each.hasNext() ? new TreeMap<>(each.next()) : new TreeMap<>();
        while (each.hasNext()) {
            Map<String, String> other = each.next();
            common.entrySet().removeIf(entry -> !entry.getValue().equals(other.get(entry.getKey())));
        }
        return common;
    }
}
