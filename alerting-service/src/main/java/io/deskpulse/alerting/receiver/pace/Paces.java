package io.deskpulse.alerting.receiver.pace;

import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many messages each receiver has got, and what waits for its turn: the same for all instances of the service. Calls block;
 * thread-safe.
 */
public interface Paces {
    /** Asks for a turn. Where it is granted, the message counts whether or not it arrives; where not, {@code waiting} is kept. */
    Turn ask(Receiver receiver, List<Limit> limits, Waiting waiting, Instant now);

    /** All these were told. */
    void told(Receiver receiver, List<Waiting> all, Instant now);

    /** None of these was: they wait again. Nothing else is sent before the pause is over. */
    void failed(Receiver receiver, List<Waiting> all, Duration pause, Instant now);
}
