package io.deskpulse.alerting.receiver.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Told;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The body that Alertmanager posts to webhooks, version 4 (prometheus.io/docs/alerting/latest/configuration/#webhook_config), with the same
 * members and types; what Alertmanager has no place for stands in the object {@code deskpulse}. Thread-safe.
 */
@Singleton
class WebhookBody {
    private static final String VERSION = "4";
    /** What Alertmanager writes for an alert that has not ended: Go's zero time. */
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

    private final Extras extras;

    WebhookBody(Extras extras) {
        this.extras = extras;
    }

    ObjectNode write(Delivery delivery, int most) {
        Notification notification = delivery.notification();
        String language = delivery.receiver().language();
        List<Alert> alerts = notification.alerts();
        List<Alert> shown = alerts.subList(0, Math.min(most, alerts.size()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("receiver", notification.receiver());
        json.put("status", status(notification.firing()));
        ArrayNode all = json.putArray("alerts");
        shown.forEach(alert -> all.add(alert(alert, language)));
        json.set("groupLabels", texts(notification.groupLabels()));
        json.set(
                "commonLabels",
                texts(Told.common(
                        alerts.stream().map(alert -> alert.labels().values()).toList())));
        json.set(
                "commonAnnotations",
                texts(Told.common(alerts.stream()
                        .map(alert -> Told.annotations(alert, language))
                        .toList())));
        json.put("externalURL", extras.externalUrl());
        json.put("version", VERSION);
        json.put("groupKey", notification.groupKey());
        json.put("truncatedAlerts", notification.truncated() + alerts.size() - shown.size());
        json.set("deskpulse", extras.write(delivery, shown));
        return json;
    }

    private ObjectNode alert(Alert alert, String language) {
        boolean firing = alert.state().active();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", status(firing));
        json.set("labels", texts(alert.labels().values()));
        json.set("annotations", texts(Told.annotations(alert, language)));
        json.put("startsAt", time(Told.since(alert)));
        json.put("endsAt", firing ? NOT_ENDED : time(Told.until(alert)));
        String page = Told.page(alert);
        json.put("generatorURL", page.isEmpty() ? extras.externalUrl() : page);
        json.put("fingerprint", alert.fingerprint());
        return json;
    }

    private static String status(boolean firing) {
        return firing ? "firing" : "resolved";
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        texts.forEach(json::put);
        return json;
    }
}
