package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Definition;

/** Whether an offer was made. */
public sealed interface Offered {
    /** It was, of this definition. */
    record Made(Offer offer, Definition definition) implements Offered {}

    /** It was not, and should not be. */
    record Declined(Reason reason) implements Offered {}

    /** The tenant has no such survey. */
    record UnknownSurvey() implements Offered {}

    /** Why nothing is offered. */
    enum Reason {
        SURVEY_NOT_PUBLISHED("survey-not-published"),
        EXPIRED("expired"),
        ALREADY_OFFERED("already-offered-for-conversation"),
        QUOTA_REACHED("quota-reached");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable over releases. */
        public String code() {
            return code;
        }
    }
}
