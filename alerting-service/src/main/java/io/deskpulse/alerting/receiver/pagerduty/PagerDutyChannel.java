package io.deskpulse.alerting.receiver.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.outgoing.Outgoing;
import io.deskpulse.alerting.outgoing.Post;
import io.deskpulse.alerting.receiver.Channel;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Replies;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Settings;
import jakarta.inject.Singleton;
import java.util.Map;

/** Sends events to PagerDuty (developer.pagerduty.com/docs/events-api-v2): 202 is taken, 400 never will be, 429 and 5xx are tried again. */
@Singleton
class PagerDutyChannel implements Channel {
    private final Outgoing outgoing;
    private final PagerDutyEvent events;

    PagerDutyChannel(Outgoing outgoing, PagerDutyEvent events) {
        this.outgoing = outgoing;
        this.events = events;
    }

    @Override
    public boolean takes(Kind kind) {
        return kind == Kind.PAGERDUTY;
    }

    @Override
    public Outcome send(Delivery delivery) {
        Settings.PagerDuty settings = (Settings.PagerDuty) delivery.receiver().settings();
        byte[] body = events.write(delivery).toString().getBytes(UTF_8);
        return Replies.outcome(outgoing.post(new Post(settings.url(), Map.of(), body)));
    }
}
