package io.deskpulse.alerting.receiver;

/** Sends to receivers of one kind, one try each. Calls block; thread-safe. Every bean of this type is used. */
public interface Channel {
    Kind kind();

    Sender.Outcome send(Delivery delivery);
}
