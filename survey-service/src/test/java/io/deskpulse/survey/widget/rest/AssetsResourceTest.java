package io.deskpulse.survey.widget.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages load the widget. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class AssetsResourceTest {
    private static final RestAssuredConfig AS_SENT = RestAssuredConfig.config()
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    @ParameterizedTest
    @ValueSource(strings = {"/deskpulse.js", "/deskpulse-page.css"})
    void isServedToPagesOfAnyOrigin(String asset) {
        given().header("Origin", "https://shop.example")
                .get(asset)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("max-age"))
                .header("Vary", containsString("Accept-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deskpulse.js", "/deskpulse-page.css"})
    void isSentCompressedOrPlainEachWithATagOfItsOwn(String asset) {
        var small =
                given().config(AS_SENT).header("Accept-Encoding", "gzip, br").get(asset);
        var plain =
                given().config(AS_SENT).header("Accept-Encoding", "identity").get(asset);

        small.then().header("Content-Encoding", equalTo("gzip"));
        assertThat(small.asByteArray().length).isLessThan(plain.asByteArray().length);
        assertThat(plain.header("Content-Encoding")).isNull();
        plain.then().header("ETag", not(equalTo(small.header("ETag"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deskpulse.js", "/deskpulse-page.css"})
    void isNotSentAgainToWhomHasIt(String asset) {
        String tag = given().header("Accept-Encoding", "gzip").get(asset).header("ETag");

        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", tag)
                .get(asset)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }
}
