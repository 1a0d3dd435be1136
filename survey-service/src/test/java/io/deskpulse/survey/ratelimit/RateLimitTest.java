package io.deskpulse.survey.ratelimit;

import static io.deskpulse.survey.Requests.managing;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An address that asks too much of what pages call. */
@QuarkusTest
@TestProfile(RateLimitTest.Two.class)
class RateLimitTest {
    /** A slow machine earns a request now and then while it asks. */
    private static final int MOST = 100;

    @Test
    void isToldToWaitWhileManagersAreNot() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);

        pending().then().statusCode(200);
        Response refused = Stream.generate(RateLimitTest::pending)
                .limit(MOST)
                .filter(response -> response.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("urn:deskpulse:problem:rate-limited"));

        managing("limited").get("/v1/surveys").then().statusCode(200);
        given().header("Authorization", "Bearer " + TestTokens.token("limited", "survey:answer", "survey:manage"))
                .get("/v1/offers/pending?conversation=c-1")
                .then()
                .statusCode(200);
    }

    private static Response pending() {
        return Requests.with("limited", "survey:answer").get("/v1/offers/pending?conversation=c-1");
    }

    /** Two requests at once, then one a second. */
    public static final class Two implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskpulse.survey.rate-limit.burst", "2", "deskpulse.survey.rate-limit.requests-per-second", "1");
        }
    }
}
