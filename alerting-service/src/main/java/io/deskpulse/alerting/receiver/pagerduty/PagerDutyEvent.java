package io.deskpulse.alerting.receiver.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Links;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Told;
import io.deskpulse.alerting.receiver.text.Cut;
import io.deskpulse.alerting.receiver.text.WriteTexts;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * An event of the Events API v2. A group of alerts is one alert at PagerDuty: it is triggered while any fires, acknowledged once somebody has
 * acknowledged all that do, and resolved when none does. Thread-safe.
 */
@Singleton
class PagerDutyEvent {
    private static final int LONGEST_SUMMARY = 1_024;
    private static final int LONGEST_TEXT = 1_024;
    private static final int MOST_ALERTS = 20;
    private static final String CLIENT = "Deskpulse";

    private final WriteTexts texts;
    private final Links links;

    PagerDutyEvent(WriteTexts texts, Links links) {
        this.texts = texts;
        this.links = links;
    }

    ObjectNode write(Delivery delivery) {
        Notification notification = delivery.notification();
        String action = action(notification);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("routing_key", delivery.secrets().get(Secrets.ROUTING_KEY));
        json.put("event_action", action);
        json.put("dedup_key", key(notification));
        if (action.equals("trigger")) {
            json.set("payload", payload(delivery));
            json.put("client", CLIENT);
            if (!links.externalUrl().isEmpty()) {
                json.put("client_url", links.externalUrl());
            }
            ArrayNode all = json.putArray("links");
            alerts(notification).forEach(alert -> link(all, alert));
        }
        return json;
    }

    private static String action(Notification notification) {
        List<Alert> firing = notification.alerts().stream()
                .filter(alert -> alert.state().active())
                .toList();
        if (firing.isEmpty()) {
            return "resolve";
        }
        return firing.stream().allMatch(alert -> alert.acknowledged().isPresent()) ? "acknowledge" : "trigger";
    }

    /** The same for all that is ever said of a group; 255 characters at most, so it cannot be the group's own key. */
    private static String key(Notification notification) {
        String group = notification.tenant() + "\n" + notification.receiver() + "\n" + notification.groupKey();
        return "deskpulse-" + UUID.nameUUIDFromBytes(group.getBytes(UTF_8));
    }

    private ObjectNode payload(Delivery delivery) {
        Notification notification = delivery.notification();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("summary", Cut.points(texts.title(delivery), LONGEST_SUMMARY));
        payload.put("source", "deskpulse/" + notification.tenant());
        // The same words as ours: critical, warning, info.
        payload.put("severity", Told.severity(notification.alerts()));
        notification.alerts().stream()
                .filter(alert -> alert.state().active())
                .map(Told::since)
                .min(Comparator.naturalOrder())
                .ifPresent(since -> payload.put("timestamp", since.toString()));
        String rule = notification.groupLabels().get(Labels.NAME);
        if (rule != null) {
            payload.put("component", Cut.points(rule, LONGEST_TEXT));
        }
        payload.set("custom_details", details(delivery));
        return payload;
    }

    private static ObjectNode details(Delivery delivery) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        Notification notification = delivery.notification();
        ArrayNode all = details.putArray("alerts");
        alerts(notification).forEach(alert -> {
            ObjectNode one = all.addObject();
            one.put("status", alert.state().active() ? "firing" : "resolved");
            ObjectNode labels = one.putObject("labels");
            alert.labels().values().forEach((name, value) -> labels.put(name, Cut.points(value, LONGEST_TEXT)));
            ObjectNode annotations = one.putObject("annotations");
            Told.annotations(alert, delivery.receiver().language())
                    .forEach((name, value) -> annotations.put(name, Cut.points(value, LONGEST_TEXT)));
        });
        details.put("notShown", notification.truncated() + notification.alerts().size() - all.size());
        details.put("test", delivery.test());
        return details;
    }

    private static void link(ArrayNode all, Alert alert) {
        String page = Told.page(alert);
        if (!page.isEmpty() && alert.state().active()) {
            all.addObject()
                    .put("href", page)
                    .put("text", Cut.points(alert.labels().get(Labels.NAME), LONGEST_TEXT));
        }
    }

    private static List<Alert> alerts(Notification notification) {
        List<Alert> alerts = notification.alerts();
        return alerts.subList(0, Math.min(MOST_ALERTS, alerts.size()));
    }
}
