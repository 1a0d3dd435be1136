package io.deskpulse.survey.offer.rest;

import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.survey.Requests;
import io.restassured.response.Response;

/** Requests for an offer, and their answer where there is none, for tests. */
final class Offering {
    private Offering() {}

    /** Asks for an offer of a survey in a conversation. */
    static Response inConversation(String tenant, String survey, String conversation) {
        return ask(tenant, offer(survey, conversation));
    }

    static String offer(String survey, String conversation) {
        return "{\"survey\":\"%s\",\"conversation\":\"%s\"}".formatted(survey, conversation);
    }

    /** Asks for an offer. */
    static Response ask(String tenant, String body) {
        return Requests.with(tenant, "survey:answer").body(body).post("/v1/offers");
    }

    /** No offer was made, and this is why. */
    static void declined(Response response, String reason) {
        response.then().statusCode(200).body("offered", equalTo(false)).body("reason", equalTo(reason));
    }
}
