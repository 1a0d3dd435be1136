package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.managing;

import io.deskpulse.survey.Answering;
import io.deskpulse.survey.result.Rows;
import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** A survey that some have answered, and its results, for tests. */
final class AnsweredSurvey {
    private AnsweredSurvey() {}

    /** Somebody was offered it there, and gave this score. */
    static void answered(String tenant, String survey, String channel, int score) {
        Answering offer = Answering.offered(tenant, survey, UUID.randomUUID().toString());
        Rows.change("update offer set channel = ? where id = ?::uuid", channel, offer.id());
        answer(offer, score);
    }

    static void answer(Answering offer, int score) {
        offer.answer("csat", "{\"value\":%d}".formatted(score)).then().statusCode(204);
    }

    /** Its results; the query begins with a question mark where there is one. */
    static JsonPath results(String tenant, String survey, String query) {
        return managing(tenant)
                .get("/v1/surveys/" + survey + "/results" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
