package io.deskpulse.alerting.receiver.feishu;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Hmac;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Told;
import io.deskpulse.alerting.receiver.text.Cut;
import io.deskpulse.alerting.receiver.text.ErrorCodes;
import io.deskpulse.alerting.receiver.text.Medium;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Feishu's (Lark's) robots of a group (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): a card, signed in the body. 5 messages a second
 * and 100 a minute, 20 KB each.
 */
@Singleton
class FeishuRoom implements Room {
    private static final int MOST_BYTES = 12_000;
    private static final ErrorCodes CODES = new ErrorCodes(
            "code",
            Set.of(11_232),
            Duration.ofSeconds(10),
            Set.of(19_002),
            Set.of(9_499, 19_001, 19_021, 19_022, 19_024, 19_036));

    private final Outgoing outgoing;

    FeishuRoom(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public Kind kind() {
        return Kind.FEISHU;
    }

    @Override
    public Medium medium() {
        return Medium.MARKDOWN;
    }

    @Override
    public boolean fits(String body) {
        return Cut.bytes(body) <= MOST_BYTES;
    }

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(5, Duration.ofSeconds(1)), new Limit(100, Duration.ofMinutes(1)));
    }

    @Override
    public Outcome send(Delivery delivery, Written text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        delivery.secrets().find(Secrets.SIGNING).ifPresent(secret -> {
            String time = String.valueOf(delivery.at().getEpochSecond());
            json.put("timestamp", time);
            // Time and secret are the key here, and the text is empty.
            json.put("sign", Hmac.base64(time + "\n" + secret, ""));
        });
        json.put("msg_type", "interactive");
        json.set("card", card(delivery.notification(), text));
        byte[] body = json.toString().getBytes(UTF_8);
        return CODES.outcome(outgoing.post(new Post(delivery.secrets().get(Secrets.URL), Map.of(), body)));
    }

    private static ObjectNode card(Notification notification, Written text) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        card.putObject("config").put("wide_screen_mode", true);
        card.putObject("header")
                .put("template", colour(notification))
                .putObject("title")
                .put("tag", "plain_text")
                .put("content", text.title());
        card.putArray("elements")
                .addObject()
                .put("tag", "div")
                .putObject("text")
                .put("tag", "lark_md")
                .put("content", Cut.bytes(text.body(), MOST_BYTES));
        return card;
    }

    private static String colour(Notification notification) {
        if (!notification.firing()) {
            return "green";
        }
        return switch (Told.severity(notification.alerts())) {
            case "critical" -> "red";
            case "warning" -> "orange";
            default -> "blue";
        };
    }
}
