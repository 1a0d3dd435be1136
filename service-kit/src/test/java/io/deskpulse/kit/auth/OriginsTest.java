package io.deskpulse.kit.auth;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthFiles.class)
class OriginsTest {
    private static final String SHOP = "https://shop.example";

    private final Issuer issuer = new Issuer("k1");

    @BeforeEach
    void publishKey() throws IOException {
        AuthFiles.writeKeys(Issuer.jwks(issuer));
        AuthFiles.writeDenied("");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().auth()
                                .oauth2(issuer.sign(Issuer.claims()))
                                .get("/test/who")
                                .statusCode()
                        == 200);
    }

    @Test
    void pageOfABoundOriginIsAnsweredAndMayReadTheAnswer() {
        boundTo(SHOP, "http://localhost:8080")
                .header("Origin", "http://localhost:8080")
                .get("/test/who")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:8080"))
                .header("Vary", equalTo("Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://shop.example", "https://shop.example.evil", "null"})
    void pageOfAnotherOriginIsRefusedAndMayReadNothing(String origin) {
        boundTo(SHOP)
                .header("Origin", origin)
                .get("/test/who")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:wrong-origin"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void boundTokenNeedsAnOrigin() {
        boundTo(SHOP).get("/test/who").then().statusCode(403);
    }

    @Test
    void tokenThatIsNotBoundGivesPagesNothingToRead() {
        given().auth()
                .oauth2(issuer.sign(Issuer.claims()))
                .header("Origin", SHOP)
                .get("/test/who")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void claimThatNamesNoOriginIsNotBelieved() {
        boundTo("shop.example")
                .header("Origin", "shop.example")
                .get("/test/who")
                .then()
                .statusCode(401);
        boundTo().get("/test/who").then().statusCode(401);
    }

    @Test
    void browserThatAsksFirstIsToldYesWherePagesMayCall() {
        preflight("/test/who")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(SHOP))
                .header("Access-Control-Allow-Headers", equalTo("authorization"));
        preflight("/other").then().header("Access-Control-Allow-Origin", nullValue());
    }

    private static Response preflight(String path) {
        return given().header("Origin", SHOP)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .options(path);
    }

    private RequestSpecification boundTo(String... origins) {
        JwtClaims claims = Issuer.claims();
        claims.setStringListClaim("origins", List.of(origins));
        return given().auth().oauth2(issuer.sign(claims));
    }
}
