package io.deskpulse.alerting.receiver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;

/** Hands notifications to the channel of their receiver's kind. Thread-safe. */
@ApplicationScoped
public class SendNotifications implements Sender {
    private final Receivers receivers;
    private final Safe safe;
    private final Instance<Channel> channels;
    private final SendMeters meters;
    private final Clock clock;

    SendNotifications(Receivers receivers, Safe safe, Instance<Channel> channels, SendMeters meters, Clock clock) {
        this.receivers = receivers;
        this.safe = safe;
        this.channels = channels;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public boolean exists(String tenant, String receiver) {
        return receivers.find(tenant, receiver).isPresent();
    }

    @Override
    public boolean hearsAcknowledgements(String tenant, String receiver) {
        return receivers
                .find(tenant, receiver)
                .filter(kept -> kept.receiver().kind() == Kind.PAGERDUTY)
                .isPresent();
    }

    @Override
    public Outcome send(Notification notification) {
        return send(notification, false);
    }

    /** The same, marked as a test where it is one. */
    Outcome send(Notification notification, boolean test) {
        Optional<Kept> kept = receivers.find(notification.tenant(), notification.receiver());
        if (kept.isEmpty()) {
            return new Outcome.Refused("unknown-receiver");
        }
        Receiver receiver = kept.get().receiver();
        Outcome outcome = safe.open(kept.get())
                .map(secrets -> new Delivery(receiver, secrets, notification, clock.instant(), test))
                .map(delivery -> channel(receiver.kind()).send(delivery))
                // The file of keys is mended by whoever runs the service.
                .orElseGet(() -> new Outcome.Retry("secrets-unreadable", Optional.empty()));
        meters.count(receiver.kind(), outcome);
        return outcome;
    }

    private Channel channel(Kind kind) {
        return channels.stream()
                .filter(channel -> channel.takes(kind))
                .findFirst()
                .orElseThrow();
    }
}
