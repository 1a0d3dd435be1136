package io.deskpulse.survey.offer;

import io.smallrye.mutiny.Uni;

/** Takes over offers that have to be brought to the person. */
public interface Handover {
    /**
     * Plans the sending of an offer whose means is {@link Means#EMAIL} or {@link Means#SMS}. Belongs to the transaction that
     * makes the offer: where it fails, the offer is not made.
     */
    Uni<Void> handOver(Offer offer);
}
