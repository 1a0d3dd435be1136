package io.deskpulse.kit.auth;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthFiles.class)
class AuthTest {
    private final Issuer issuer = new Issuer("k1");

    @BeforeEach
    void publishKey() throws IOException {
        AuthFiles.writeKeys(Issuer.jwks(issuer));
        AuthFiles.writeDenied("");
        awaitStatus(issuer.sign(Issuer.claims()), 200);
    }

    @Test
    void valid_token_tells_who_calls() {
        who(issuer.sign(Issuer.claims()))
                .statusCode(200)
                .body("tenant", equalTo("demo"))
                .body("scopes", contains("metrics:read"))
                .body("tokenId", equalTo("t-1"));
    }

    @Test
    void request_without_token_is_challenged() {
        given().get("/test/who")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"deskpulse\""))
                .body("type", equalTo("urn:deskpulse:problem:unauthorized"))
                .body("instance", startsWith("urn:deskpulse:trace:"));
    }

    @Test
    void basic_credentials_are_challenged() {
        given().header("Authorization", "Basic YTpi")
                .get("/test/who")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void bad_token_is_told_what_is_wrong_with_it() {
        String token = issuer.sign(Issuer.expiring(-60));

        who(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", containsString("expired"))
                .body("detail", not(containsString(token)));
    }

    @Test
    void missing_scope_is_named() {
        given().auth()
                .oauth2(issuer.sign(Issuer.claims()))
                .get("/test/operators")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\", scope=\"admin\""))
                .body("type", equalTo("urn:deskpulse:problem:missing-scope"))
                .body("scope", equalTo("admin"));
    }

    @Test
    void admin_implies_no_other_scope() {
        JwtClaims claims = Issuer.claims();
        claims.setStringListClaim("scopes", List.of("admin"));

        who(issuer.sign(claims)).statusCode(403);
    }

    @Test
    void keys_rotate_without_a_restart() throws IOException {
        Issuer next = new Issuer("k2");
        String old = issuer.sign(Issuer.claims());
        String young = next.sign(Issuer.claims());
        who(young).statusCode(401);

        AuthFiles.writeKeys(Issuer.jwks(issuer, next));
        awaitStatus(young, 200);
        who(old).statusCode(200);

        AuthFiles.writeKeys(Issuer.jwks(next));
        awaitStatus(old, 401);
    }

    @Test
    void denied_token_stops_working_without_a_restart() throws IOException {
        String token = issuer.sign(Issuer.claims());
        who(token).statusCode(200);

        AuthFiles.writeDenied("# leaked on Friday\nt-1 # the whole of it\n");

        awaitStatus(token, 401);
    }

    @Test
    void service_with_keys_is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("token keys"));
    }

    private static void awaitStatus(String token, int status) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> who(token).statusCode(status));
    }

    private static ValidatableResponse who(String token) {
        return given().auth().oauth2(token).get("/test/who").then();
    }
}
