package io.deskpulse.survey.offer;

import java.util.UUID;

/**
 * Who wants to answer which offer.
 *
 * @param token the token of the offer as it was presented; or null
 */
public record OfferAccess(String tenant, UUID offer, String token) {
    /** Tells no token: it may end up in a log. */
    @Override
    public String toString() {
        return "access to offer " + offer;
    }
}
