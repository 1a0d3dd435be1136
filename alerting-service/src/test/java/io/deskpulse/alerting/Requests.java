package io.deskpulse.alerting;

import static io.restassured.RestAssured.given;

import io.deskpulse.localstack.quarkus.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests of those who manage alerts, for tests. */
public final class Requests {
    private Requests() {}

    /** A request with a token of this tenant that may manage alerts. */
    public static RequestSpecification managing(String tenant) {
        return with(tenant, "alerts:manage");
    }

    /** A request with a token of this tenant and scope. */
    public static RequestSpecification with(String tenant, String scope) {
        // The colon of :acknowledge stays a colon.
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.token(tenant, scope))
                .contentType(ContentType.JSON);
    }
}
