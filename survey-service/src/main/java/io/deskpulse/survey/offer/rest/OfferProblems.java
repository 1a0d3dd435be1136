package io.deskpulse.survey.offer.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;

/** Why an offer cannot be used. */
public final class OfferProblems {
    /** The header with the token of an offer. */
    public static final String TOKEN = "Offer-Token";

    private OfferProblems() {}

    /** There is none, or the token is another one's: which of both is nobody's business. */
    public static ProblemException unknown() {
        return Problem.notFound("There is no such offer, or " + TOKEN + " is not its token.")
                .toException();
    }

    public static ProblemException expired() {
        return Problem.of("offer-expired", 410, "Offer expired", "The offer can no longer be answered.")
                .toException();
    }
}
