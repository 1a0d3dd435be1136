package io.deskpulse.survey;

import static io.restassured.RestAssured.given;

import io.deskpulse.localstack.quarkus.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests of those who manage surveys, for tests. */
public final class Requests {
    private Requests() {}

    /** A request with a token of this tenant that may manage surveys. */
    public static RequestSpecification managing(String tenant) {
        return with(tenant, "survey:manage");
    }

    /** A request with a token of this tenant and scope. */
    public static RequestSpecification with(String tenant, String scope) {
        // The colon of :publish stays a colon.
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.token(tenant, scope))
                .contentType(ContentType.JSON);
    }

    /** Makes a draft and returns its id. */
    public static String draft(String tenant, String definition) {
        Response made = managing(tenant).body(definition).post("/v1/surveys");
        made.then().statusCode(201);
        return made.path("id");
    }

    /** Makes a survey, publishes it and returns its id. */
    public static String published(String tenant, String definition) {
        String id = draft(tenant, definition);
        managing(tenant)
                .header("If-Match", "\"1\"")
                .post("/v1/surveys/" + id + ":publish")
                .then()
                .statusCode(200);
        return id;
    }
}
