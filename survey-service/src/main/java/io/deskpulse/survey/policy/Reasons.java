package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Dimension;

/** Why nobody is asked: codes that callers, meters and explanations share, stable over releases. */
public final class Reasons {
    public static final String SURVEY_NOT_PUBLISHED = "survey-not-published";
    public static final String EXPIRED = "expired";
    public static final String OTHER_OCCASION = "other-occasion";
    public static final String NO_EPISODE = "no-episode";
    public static final String TOO_LATE = "too-late";
    public static final String NOT_SAMPLED = "not-sampled";
    public static final String ALREADY_OFFERED_FOR_CONVERSATION = "already-offered-for-conversation";
    public static final String ALREADY_OFFERED_FOR_EPISODE = "already-offered-for-episode";
    public static final String FATIGUE_SURVEY = "fatigue-survey";
    public static final String FATIGUE_TENANT = "fatigue-tenant";
    public static final String QUOTA_REACHED = "quota-reached";

    private Reasons() {}

    static String condition(Dimension dimension) {
        return "condition-" + dimension.wire();
    }
}
