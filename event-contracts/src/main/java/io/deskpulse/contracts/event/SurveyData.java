package io.deskpulse.contracts.event;

/** What happens to a survey offer. Only the survey-service sends these. */
public sealed interface SurveyData extends EventData
        permits SurveyOffered, SurveyShown, SurveyAnswered, SurveyFinished {
    /** The survey. */
    String survey();

    /** Its version. */
    int version();

    /** The offer. */
    String offer();

    /** Where it was offered; or null. */
    String channel();

    /** In which language; or null. */
    String language();
}
