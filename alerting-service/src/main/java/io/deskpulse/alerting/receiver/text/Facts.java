package io.deskpulse.alerting.receiver.text;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Links;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What templates can say (docs/guides/receivers.md lists it): maps, lists, texts, numbers, addresses, and nothing that can do anything.
 * Stateless.
 */
final class Facts {
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_LABELS = 32;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Facts() {}

    /** Those of a notification with the first so many of its alerts; the others are counted. */
    static Map<String, Object> of(Delivery delivery, Links links, int most) {
        Notification notification = delivery.notification();
        List<Alert> alerts = notification.alerts();
        List<Alert> shown = alerts.subList(0, Math.min(most, alerts.size()));
        long firing = alerts.stream().filter(alert -> alert.state().active()).count();
        String language = delivery.receiver().language();
        Map<String, Object> facts = new HashMap<>();
        facts.put("test", delivery.test());
        facts.put("tenant", notification.tenant());
        facts.put("receiver", notification.receiver());
        facts.put("firing", notification.firing());
        facts.put("status", status(notification.firing()));
        facts.put("severity", Told.severity(alerts));
        facts.put("escalation", notification.escalation());
        facts.put("firingCount", firing);
        facts.put("resolvedCount", alerts.size() - firing);
        facts.put("left", notification.truncated() + alerts.size() - shown.size());
        facts.put("group", Named.texts(notification.groupLabels(), Facts::cut));
        facts.put("subject", cut(subject(notification, alerts, language)));
        address(facts, "url", "hasUrl", links.externalUrl());
        List<Map<String, Object>> all = new ArrayList<>();
        shown.forEach(alert -> all.add(alert(alert, language, links)));
        facts.put("alerts", all);
        return facts;
    }

    private static Map<String, Object> alert(Alert alert, String language, Links links) {
        boolean firing = alert.state().active();
        SortedMap<String, String> annotations = Told.annotations(alert, language);
        Map<String, Object> facts = new HashMap<>();
        facts.put("firing", firing);
        facts.put("status", status(firing));
        facts.put("name", cut(alert.labels().get(Labels.NAME)));
        facts.put("severity", cut(alert.labels().get(Labels.SEVERITY)));
        facts.put(
                "summary",
                cut(annotations.getOrDefault("summary", alert.labels().get(Labels.NAME))));
        facts.put("description", cut(annotations.getOrDefault("description", "")));
        facts.put("labels", Named.texts(alert.labels().values(), Facts::cut));
        facts.put("annotations", Named.texts(annotations, Facts::cut));
        facts.put("labelList", list(alert.labels().values()));
        facts.put("value", number(alert.last().evidence().value()));
        facts.put("limit", number(alert.last().evidence().limit()));
        facts.put("sample", number(alert.last().evidence().sample()));
        facts.put("startedAt", time(Told.since(alert)));
        facts.put("endedAt", firing ? "" : time(Told.until(alert)));
        address(facts, "page", "hasPage", Told.page(alert));
        address(facts, "runbook", "hasRunbook", alert.last().links().getOrDefault("runbook", ""));
        address(
                facts,
                "acknowledge",
                "hasAcknowledge",
                firing ? links.acknowledge(alert).orElse("") : "");
        return facts;
    }

    private static void address(Map<String, Object> facts, String name, String has, String url) {
        Address address = new Address(url);
        facts.put(name, address);
        facts.put(has, address.ofTheWeb());
    }

    /** What a group is about: its one alert, else what its alerts are grouped by. */
    private static String subject(Notification notification, List<Alert> alerts, String language) {
        if (alerts.size() == 1 && notification.truncated() == 0) {
            Alert only = alerts.get(0);
            return Told.annotations(only, language)
                    .getOrDefault("summary", only.labels().get(Labels.NAME));
        }
        String group = notification.groupLabels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return group.isEmpty() ? notification.receiver() : group;
    }

    private static List<Map<String, Object>> list(SortedMap<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label ->
                        !label.getKey().equals(Labels.NAME) && !label.getKey().equals(Labels.SEVERITY))
                .limit(MOST_LABELS)
                .map(label -> Map.<String, Object>of("name", label.getKey(), "value", cut(label.getValue())))
                .toList();
    }

    private static String status(boolean firing) {
        return firing ? "firing" : "resolved";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String number(Number number) {
        if (number == null) {
            return "";
        }
        double value = Math.rint(number.doubleValue() * 10_000) / 10_000;
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String cut(String text) {
        return Cut.points(text, LONGEST_VALUE);
    }
}
