package io.deskpulse.alerting.receiver;

import java.time.Instant;

/**
 * A notification on its way to its receiver. Immutable; tells in words only whose it is.
 *
 * @param at when this try is made
 * @param test whether somebody only wants to see that it arrives
 */
public record Delivery(Receiver receiver, Secrets secrets, Notification notification, Instant at, boolean test) {
    @Override
    public String toString() {
        return "delivery to " + receiver.id() + " of " + receiver.tenant();
    }
}
