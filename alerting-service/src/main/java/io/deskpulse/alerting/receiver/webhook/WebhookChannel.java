package io.deskpulse.alerting.receiver.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Channel;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Replies;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Signing;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Posts what Alertmanager would, signed as Standard Webhooks has it. The id of the message is that of the notification, at each try. */
@Singleton
class WebhookChannel implements Channel {
    private final Outgoing outgoing;
    private final WebhookBody bodies;

    WebhookChannel(Outgoing outgoing, WebhookBody bodies) {
        this.outgoing = outgoing;
        this.bodies = bodies;
    }

    @Override
    public boolean takes(Kind kind) {
        return kind == Kind.WEBHOOK;
    }

    @Override
    public Outcome send(Delivery delivery) {
        Settings.Webhook settings = (Settings.Webhook) delivery.receiver().settings();
        byte[] body = bodies.write(delivery, settings.maxAlerts()).toString().getBytes(UTF_8);
        return Replies.outcome(outgoing.post(new Post(settings.url(), headers(delivery, body), body)));
    }

    private static Map<String, String> headers(Delivery delivery, byte[] body) {
        String id = delivery.notification().id();
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(delivery.at().getEpochSecond()));
        headers.put(
                "webhook-signature",
                Signing.parse(delivery.secrets().get(Secrets.SIGNING)).sign(id, delivery.at(), body));
        delivery.secrets().find(Secrets.AUTHORIZATION).ifPresent(value -> headers.put("Authorization", value));
        return headers;
    }
}
