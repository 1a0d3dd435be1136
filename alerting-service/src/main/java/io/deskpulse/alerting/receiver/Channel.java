package io.deskpulse.alerting.receiver;

/** Sends to receivers of some kinds, one try each. Calls block; thread-safe. Every bean of this type is used. */
public interface Channel {
    boolean takes(Kind kind);

    Sender.Outcome send(Delivery delivery);
}
