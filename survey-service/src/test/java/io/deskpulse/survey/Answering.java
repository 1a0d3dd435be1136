package io.deskpulse.survey;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * An offer and what its customer does, for tests.
 *
 * @param id of the offer
 * @param token of the offer
 */
public record Answering(String tenant, String id, String token) {
    /** Offers a survey in a conversation. */
    public static Answering offered(String tenant, String survey, String conversation) {
        Response made = Requests.with(tenant, "survey:answer")
                .body("{\"survey\":\"%s\",\"conversation\":\"%s\",\"channel\":\"web\"}".formatted(survey, conversation))
                .post("/v1/offers");
        made.then().statusCode(201);
        return new Answering(tenant, made.path("id"), made.path("token"));
    }

    /** Publishes the survey of {@link Definitions#afterChat()} and offers it in a conversation. */
    public static Answering offeredAfterChat(String tenant) {
        return offered(tenant, Requests.published(tenant, Definitions.afterChat()), "c-1");
    }

    /** The same offer in the hands of someone who has another token. */
    public Answering with(String otherToken) {
        return new Answering(tenant, id, otherToken);
    }

    public Response answer(String question, String answer) {
        return request().body(answer).put(path("/answers/" + question));
    }

    public Response withdraw(String question) {
        return request().delete(path("/answers/" + question));
    }

    public Response shown() {
        return request().post(path("/shown"));
    }

    public Response finish() {
        return request().post(path("/finish"));
    }

    private String path(String rest) {
        return "/v1/offers/" + id + rest;
    }

    private RequestSpecification request() {
        return Requests.with(tenant, "survey:answer").header("Offer-Token", token);
    }
}
