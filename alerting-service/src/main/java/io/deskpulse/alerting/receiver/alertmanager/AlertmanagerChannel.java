package io.deskpulse.alerting.receiver.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Channel;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Replies;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Told;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * Pushes alerts as Prometheus does ({@code POST /api/v2/alerts}). An Alertmanager ends an alert when its {@code endsAt} is over: each push
 * of one that fires moves that on.
 */
@Singleton
class AlertmanagerChannel implements Channel {
    private final Outgoing outgoing;

    AlertmanagerChannel(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public boolean takes(Kind kind) {
        return kind == Kind.ALERTMANAGER;
    }

    @Override
    public Outcome send(Delivery delivery) {
        Settings.Alertmanager settings =
                (Settings.Alertmanager) delivery.receiver().settings();
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        delivery.notification().alerts().forEach(alert -> alerts.add(alert(alert, delivery, settings.validFor())));
        String url = settings.url().replaceFirst("/+$", "") + "/api/v2/alerts";
        Map<String, String> headers = delivery.secrets()
                .find(Secrets.AUTHORIZATION)
                .map(value -> Map.of("Authorization", value))
                .orElse(Map.of());
        return Replies.outcome(
                outgoing.post(new Post(url, headers, alerts.toString().getBytes(UTF_8))));
    }

    private static ObjectNode alert(Alert alert, Delivery delivery, Duration validFor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = json.putObject("labels");
        // Alerts of several tenants are apart there by their labels alone.
        labels.put("tenant", alert.tenant());
        alert.labels().values().forEach(labels::put);
        ObjectNode annotations = json.putObject("annotations");
        Told.annotations(alert, delivery.receiver().language()).forEach(annotations::put);
        json.put("startsAt", Told.since(alert).toString());
        json.put("endsAt", (alert.state().active() ? delivery.at().plus(validFor) : Told.until(alert)).toString());
        if (!Told.page(alert).isEmpty()) {
            json.put("generatorURL", Told.page(alert));
        }
        return json;
    }
}
