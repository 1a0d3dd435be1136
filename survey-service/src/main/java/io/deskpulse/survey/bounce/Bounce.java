package io.deskpulse.survey.bounce;

import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.offer.Means;
import java.util.UUID;

/**
 * What a mail system or gateway reports about something that was sent. Immutable.
 *
 * @param reason for people; or empty
 */
public record Bounce(Means means, About about, Kind kind, String reason) {
    /** What happened. */
    public enum Kind {
        /** It cannot be delivered, now or later. */
        HARD,
        /** It could not be delivered this time. */
        SOFT,
        /** The person does not want it. */
        COMPLAINT
    }

    /** Whom it is about. */
    public sealed interface About {}

    /** A customer, at the address they have now. */
    public record OfCustomer(String customer) implements About {}

    /** An address. */
    public record OfAddress(Address address) implements About {}

    /** Whoever got the message of this offer. */
    public record OfMessage(UUID offer) implements About {}
}
