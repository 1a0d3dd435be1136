package io.deskpulse.alerting.rule;

import static io.restassured.RestAssured.given;

import io.deskpulse.localstack.quarkus.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests about rules, for tests. */
public final class RuleRequests {
    private RuleRequests() {}

    /** In JSON. */
    public static RequestSpecification json(String tenant) {
        return with(tenant, "alerts:manage", "application/json");
    }

    /** In YAML. */
    public static RequestSpecification yaml(String tenant) {
        return with(tenant, "alerts:manage", "application/yaml");
    }

    public static RequestSpecification with(String tenant, String scope, String contentType) {
        // The colon of :import stays a colon, and no character set is added to a type that REST Assured does not know.
        return given().urlEncodingEnabled(false)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                                .defaultContentCharset("UTF-8")))
                .header("Authorization", "Bearer " + TestTokens.token(tenant, scope))
                .contentType(contentType);
    }
}
