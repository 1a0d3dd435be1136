package io.deskpulse.alerting.receiver.text;

import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Sender;
import java.util.List;

/** Where people of one kind of receiver read: takes texts, one try each. Calls block; thread-safe. Every bean of this type is used. */
public interface Room {
    Kind kind();

    /** What bodies are written in. */
    Medium medium();

    /** Whether there is room for a body; one that has none even so is cut. */
    boolean fits(String body);

    /** How many messages it takes, by its operator's documents; all of these hold. */
    List<Limit> limits();

    Sender.Outcome send(Delivery delivery, Written text);
}
