package io.deskpulse.survey.moment.rest;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who manages surveys brings in what was asked and answered earlier. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class MomentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant THEN =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(20));

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void everythingIsToldAtTheTimeItHappened() {
        String survey = published("moments", Definitions.afterChat());
        Response made = at("moments", THEN, "survey:answer", "survey:manage")
                .body("{\"survey\":\"%s\",\"conversation\":\"c-1\"}".formatted(survey))
                .post("/v1/offers");
        made.then().statusCode(201);
        String offer = "/v1/offers/" + made.path("id");
        String token = made.path("token");

        at("moments", THEN.plusSeconds(5), "survey:answer", "survey:manage")
                .header("Offer-Token", token)
                .post(offer + "/shown")
                .then()
                .statusCode(204);
        at("moments", THEN.plusSeconds(60), "survey:answer", "survey:manage")
                .header("Offer-Token", token)
                .body("{\"value\":4}")
                .put(offer + "/answers/csat")
                .then()
                .statusCode(204);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.events("moments"))
                .extracting(Event::timeMillis)
                .containsExactly(
                        THEN.toEpochMilli(),
                        THEN.plusSeconds(5).toEpochMilli(),
                        THEN.plusSeconds(60).toEpochMilli()));
        List<Event> events = Interactions.events("moments");
        assertThat(((SurveyAnswered) events.get(2).data()).offeredAt()).isEqualTo(THEN);
    }

    @Test
    void anOfferOfThenIsOverNow() {
        String survey = published("over", Definitions.afterChat());
        Response made = at("over", THEN, "survey:answer", "survey:manage")
                .body("{\"survey\":\"%s\"}".formatted(survey))
                .post("/v1/offers");

        request("over", "survey:answer")
                .header("Offer-Token", made.<String>path("token"))
                .body("{\"value\":4}")
                .put("/v1/offers/" + made.path("id") + "/answers/csat")
                .then()
                .statusCode(410);
    }

    @Test
    void aPageCannotSayWhen() {
        at("page", THEN, "survey:answer")
                .body("{\"trigger\":\"any\"}")
                .post("/v1/offers")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("scope=\"survey:manage\""))
                .body("scope", equalTo("survey:manage"))
                .body("detail", containsString("survey:manage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2999-01-01T00:00:00Z", "2001-01-01T00:00:00Z", "2026-11-20"})
    void aTimeThatCannotBeIsNamed(String moment) {
        request("faulty", "survey:answer", "survey:manage")
                .header("Occurred-At", moment)
                .body("{\"trigger\":\"any\"}")
                .post("/v1/offers")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:deskpulse:problem:invalid-parameter"))
                .body("parameter", equalTo("Occurred-At"));
    }

    private static RequestSpecification at(String tenant, Instant moment, String... scopes) {
        return request(tenant, scopes).header("Occurred-At", moment.toString());
    }

    private static RequestSpecification request(String tenant, String... scopes) {
        return given().header("Authorization", "Bearer " + TestTokens.token(tenant, scopes))
                .contentType(ContentType.JSON);
    }
}
