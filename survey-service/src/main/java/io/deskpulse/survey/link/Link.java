package io.deskpulse.survey.link;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.offer.Offer;

/** What a link leads to. */
public sealed interface Link {
    /** An offer that can be answered. */
    record Open(Offer offer, Definition definition) implements Link {}

    /** An offer that was finished: a link is used once. */
    record Used(Offer offer, Definition definition) implements Link {}

    /** An offer that can no longer be answered. */
    record Expired(Offer offer) implements Link {}

    /** Nothing: its token is one of ours, but there is no such offer. */
    record Unknown() implements Link {}

    /** Nothing: its token is not one of ours, or not whole. */
    record Changed() implements Link {}
}
