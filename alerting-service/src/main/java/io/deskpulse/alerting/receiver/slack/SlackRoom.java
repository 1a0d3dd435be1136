package io.deskpulse.alerting.receiver.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Replies;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.text.Cut;
import io.deskpulse.alerting.receiver.text.Medium;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Slack's incoming webhooks (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks): a header and a section. Faults have a status of
 * their own. One message a second.
 */
@Singleton
class SlackRoom implements Room {
    /** Of a section's text; a header's is 150, as titles have it. */
    private static final int MOST_SECTION = 3_000;

    private final Outgoing outgoing;

    SlackRoom(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public Kind kind() {
        return Kind.SLACK;
    }

    @Override
    public Medium medium() {
        return Medium.SLACK;
    }

    @Override
    public boolean fits(String body) {
        return body.length() <= MOST_SECTION;
    }

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(1, Duration.ofSeconds(1)));
    }

    @Override
    public Outcome send(Delivery delivery, Written text) {
        byte[] body = body(text).toString().getBytes(UTF_8);
        return Replies.outcome(outgoing.post(new Post(delivery.secrets().get(Secrets.URL), Map.of(), body)));
    }

    private static ObjectNode body(Written text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        // What notifications on phones show.
        json.put("text", Medium.SLACK.value(text.title()));
        ArrayNode blocks = json.putArray("blocks");
        blocks.addObject()
                .put("type", "header")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", text.title())
                .put("emoji", false);
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", Cut.units(text.body(), MOST_SECTION))
                // No names of rooms and people are looked for.
                .put("verbatim", true);
        json.put("unfurl_links", false);
        return json;
    }
}
