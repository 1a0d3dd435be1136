package io.deskpulse.survey.link.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.survey.link.Link;
import io.deskpulse.survey.offer.rest.OfferProblems;

/** Why a link cannot be made or followed. */
public final class LinkProblems {
    private LinkProblems() {}

    /** This installation makes no links. */
    public static ProblemException notConfigured() {
        return Problem.of(
                        "links-not-configured",
                        503,
                        "Links not configured",
                        "No links can be made here: set deskpulse.survey.links.base-url, and deskpulse.survey.links.keys to a file of keys.")
                .toException();
    }

    /** The link leads to no offer that can be opened; under the same types as under /v1/offers. */
    static ProblemException of(Link link) {
        if (link instanceof Link.Expired) {
            return OfferProblems.expired();
        }
        if (link instanceof Link.Used) {
            return Problem.of(
                            "offer-finished",
                            409,
                            "Offer finished",
                            "The offer was finished, and its link is used up; its answers stay as they are.")
                    .toException();
        }
        return Problem.notFound("There is no such link, or it is not whole; open it again as it was sent.")
                .toException();
    }
}
