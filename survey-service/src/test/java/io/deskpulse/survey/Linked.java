package io.deskpulse.survey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Someone who has a link, and nothing else, for tests.
 *
 * @param offer the id of the offer behind it
 */
public record Linked(String offer, String token) {
    /** Makes a link; further members as {@code ,"customer":"k-1"}. */
    public static Linked to(String tenant, String survey, String further) {
        Response made = Requests.managing(tenant)
                .body("{\"survey\":\"" + survey + "\"" + further + "}")
                .post("/v1/links");
        made.then().statusCode(201);
        String url = made.path("url");
        return new Linked(made.path("id"), url.substring(url.lastIndexOf('/') + 1));
    }

    public Linked with(String otherToken) {
        return new Linked(offer, otherToken);
    }

    /** The page, for a browser of this language. */
    public Response page(String language) {
        return given().urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .get(path(""));
    }

    public Response open() {
        return request().post(path(""));
    }

    public Response open(String language) {
        return request().body("{\"language\":\"" + language + "\"}").post(path(""));
    }

    public Response shown() {
        return request().post(path("/shown"));
    }

    public Response answer(String question, String answer) {
        return request().body(answer).put(path("/answers/" + question));
    }

    public Response withdraw(String question) {
        return request().delete(path("/answers/" + question));
    }

    public Response finish() {
        return request().post(path("/finish"));
    }

    private String path(String rest) {
        return "/s/" + token + rest;
    }

    private static RequestSpecification request() {
        return given().urlEncodingEnabled(false).contentType(ContentType.JSON);
    }
}
