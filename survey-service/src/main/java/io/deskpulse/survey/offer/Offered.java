package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.policy.Reasons;
import io.deskpulse.survey.policy.Verdict;

/** Whether an offer was made. */
public sealed interface Offered {
    /** It was, of this definition. */
    record Made(Offer offer, Definition definition) implements Offered {}

    /** It was not, and should not be. */
    record Declined(Reason reason) implements Offered {
        static Declined by(Verdict verdict) {
            return new Declined(new Reason(verdict.failure().orElseThrow().reason()));
        }
    }

    /** The tenant has no such survey. */
    record UnknownSurvey() implements Offered {}

    /**
     * Why nothing is offered.
     *
     * @param code stable over releases; {@link Reasons}, or that of an {@link Obstacle}
     */
    record Reason(String code) {}
}
