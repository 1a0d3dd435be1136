package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.contracts.event.SurveyData;
import io.deskpulse.contracts.event.SurveyFinished;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.contracts.event.SurveyShown;
import java.time.Instant;
import java.util.List;

/** What the survey-service tells of one offer. */
record SurveyTold(EventType type, SurveyData data) {
    private static final Scale FIVE = new Scale(1, 5);

    static SurveyTold offered(String offer) {
        return offered(offer, null);
    }

    static SurveyTold offered(String offer, OfferMeans means) {
        return new SurveyTold(EventType.SURVEY_OFFERED, new SurveyOffered("s-1", 1, offer, means, "sms", "de", null));
    }

    static SurveyTold shown(String offer) {
        return new SurveyTold(EventType.SURVEY_SHOWN, new SurveyShown("s-1", 1, offer, "sms", "de", null));
    }

    static SurveyTold finished(String offer) {
        return new SurveyTold(EventType.SURVEY_FINISHED, new SurveyFinished("s-1", 1, offer, "sms", "de", null));
    }

    static SurveyTold csat(String offer, int revision, int value) {
        return answered(offer, "csat", QuestionKind.CSAT, FIVE, (double) value, revision, false);
    }

    static SurveyTold withdrawn(String offer, int revision) {
        return answered(offer, "csat", QuestionKind.CSAT, FIVE, null, revision, true);
    }

    static SurveyTold text(String offer) {
        return answered(offer, "why", QuestionKind.TEXT, null, null, 1, false);
    }

    static SurveyTold score(String offer, QuestionKind kind, Scale scale, int value) {
        return answered(offer, kind.wire(), kind, scale, (double) value, 1, false);
    }

    private static SurveyTold answered(
            String offer, String question, QuestionKind kind, Scale scale, Double value, int revision, boolean back) {
        Instant offeredAt = Instant.ofEpochMilli(Story.time("09:59"));
        return new SurveyTold(
                EventType.SURVEY_ANSWERED,
                new SurveyAnswered(
                        "s-1", 1, offer, question, kind, scale, value, List.of(), null, offeredAt, revision, back,
                        "sms", "de", null));
    }
}
