package io.deskpulse.alerting.receiver.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Delivery;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WeCom's robots of a group (developer.work.weixin.qq.com/document/path/91770): markdown of 4,096 bytes, 20 messages a minute. */
@Singleton
class WeComRoom implements Room {
    private static final int MOST_BYTES = 4_096;
    /** What is left beside a title of 150 code points. */
    private static final int MOST_BODY = 3_400;

    private static final ErrorCodes CODES = new ErrorCodes(
            "errcode",
            Set.of(45_009, 45_033),
            Duration.ofMinutes(1),
            Set.of(-1),
            Set.of(40_008, 40_058, 44_004, 45_002, 93_000, 93_008));

    private final Outgoing outgoing;

    WeComRoom(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public Kind kind() {
        return Kind.WECOM;
    }

    @Override
    public Medium medium() {
        return Medium.MARKDOWN;
    }

    @Override
    public boolean fits(String body) {
        return Cut.bytes(body) <= MOST_BODY;
    }

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(20, Duration.ofMinutes(1)));
    }

    @Override
    public Outcome send(Delivery delivery, Written text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("msgtype", "markdown");
        String content = "### " + Medium.MARKDOWN.value(text.title()) + "\n" + text.body();
        json.putObject("markdown").put("content", Cut.bytes(content, MOST_BYTES));
        byte[] body = json.toString().getBytes(UTF_8);
        return CODES.outcome(outgoing.post(new Post(delivery.secrets().get(Secrets.URL), Map.of(), body)));
    }
}
