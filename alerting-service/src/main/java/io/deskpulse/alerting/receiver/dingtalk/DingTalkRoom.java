package io.deskpulse.alerting.receiver.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Hmac;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.text.Cut;
import io.deskpulse.alerting.receiver.text.ErrorCodes;
import io.deskpulse.alerting.receiver.text.Medium;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.Written;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DingTalk's robots of a group (open.dingtalk.com/document/robots/custom-robot-access): markdown, signed in the query. 20 messages a minute; whoever
 * sends more is shut out for ten.
 */
@Singleton
class DingTalkRoom implements Room {
    private static final int MOST_BYTES = 15_000;
    private static final ErrorCodes CODES = new ErrorCodes(
            "errcode",
            Set.of(130_101, 410_100),
            Duration.ofMinutes(1),
            Set.of(-1),
            Set.of(300_001, 310_000, 400_013, 400_014, 400_101, 400_102, 400_105, 400_106));

    private final Outgoing outgoing;

    DingTalkRoom(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public Kind kind() {
        return Kind.DINGTALK;
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
        return List.of(new Limit(20, Duration.ofMinutes(1)));
    }

    @Override
    public Outcome send(Delivery delivery, Written text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("msgtype", "markdown");
        json.putObject("markdown")
                .put("title", text.title())
                .put(
                        "text",
                        "### " + Medium.MARKDOWN.value(text.title()) + "\n\n" + Cut.bytes(text.body(), MOST_BYTES));
        String url = delivery.secrets().get(Secrets.URL);
        String signed = delivery.secrets()
                .find(Secrets.SIGNING)
                .map(secret -> signed(url, secret, delivery.at()))
                .orElse(url);
        return CODES.outcome(
                outgoing.post(new Post(signed, Map.of(), json.toString().getBytes(UTF_8))));
    }

    /** The key is the secret, the text is time and secret. */
    private static String signed(String url, String secret, Instant at) {
        String time = String.valueOf(at.toEpochMilli());
        String sign = Hmac.base64(secret, time + "\n" + secret);
        return url + (url.contains("?") ? "&" : "?") + "timestamp=" + time + "&sign=" + URLEncoder.encode(sign, UTF_8);
    }
}
