package io.deskpulse.alerting.receiver;

import static io.restassured.RestAssured.given;

import io.deskpulse.localstack.quarkus.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests of those who manage receivers, for tests. */
public final class Requests {
    private Requests() {}

    public static RequestSpecification managing(String tenant) {
        return with(tenant, "alerts:manage");
    }

    public static RequestSpecification with(String tenant, String scope) {
        // The colon of :test stays a colon.
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.token(tenant, scope))
                .contentType(ContentType.JSON);
    }

    /** Makes the receiver {@code r}. */
    public static Response make(String tenant, String body) {
        Response made = managing(tenant).header("If-None-Match", "*").body(body).put("/v1/receivers/r");
        made.then().statusCode(201);
        return made;
    }
}
