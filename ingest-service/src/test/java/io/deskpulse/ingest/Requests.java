package io.deskpulse.ingest;

import static io.restassured.RestAssured.given;

import io.deskpulse.localstack.quarkus.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;

/** Requests of senders, for tests. */
public final class Requests {
    private Requests() {}

    /** A request with a token of this tenant that may send events. */
    public static RequestSpecification as(String tenant) {
        // A content type goes out as it is given, and the colon of events:validate stays a colon.
        return given().urlEncodingEnabled(false)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + TestTokens.token(tenant, "ingest:write"));
    }
}
