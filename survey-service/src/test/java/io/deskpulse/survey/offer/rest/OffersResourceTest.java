package io.deskpulse.survey.offer.rest;

import static io.deskpulse.survey.Requests.draft;
import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.offer.rest.Offering.ask;
import static io.deskpulse.survey.offer.rest.Offering.declined;
import static io.deskpulse.survey.offer.rest.Offering.inConversation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.deskpulse.survey.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered to whom, and who has seen it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class OffersResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void offerHasTheSurveyInTheNearestLanguage() {
        String survey = published("speaking", Definitions.afterChat());

        ask("speaking", "{\"survey\":\"" + survey + "\",\"language\":\"zh-CN\"}")
                .then()
                .statusCode(201)
                .body("offered", equalTo(true))
                .body("language", equalTo("zh-CN"))
                .body("survey.title", equalTo("我们的服务怎么样？"))
                .body("survey.questions[0].text", equalTo("满意吗？"))
                .body("survey.id", equalTo(survey))
                .body("survey.version", equalTo(1));
        ask("speaking", "{\"survey\":\"" + survey + "\",\"language\":\"fr-FR\"}")
                .then()
                .body("language", equalTo("en"));
    }

    @Test
    void triggerLeadsToTheSurvey() {
        String survey = published("triggered", Definitions.afterChat("\"trigger\":\"after-chat\""));

        ask("triggered", "{\"trigger\":\"after-chat\"}").then().statusCode(201).body("survey.id", equalTo(survey));
        declined(ask("triggered", "{\"trigger\":\"other\"}"), "survey-not-published");
    }

    @Test
    void onlyWhatIsPublishedIsOffered() {
        String draft = draft("states", Definitions.afterChat());
        String archived = published("states", Definitions.afterChat());
        managing("states").header("If-Match", "\"2\"").post("/v1/surveys/" + archived + ":archive");
        String ended = published("states", Definitions.afterChat("\"endsAt\":\"2026-01-01T00:00:00Z\""));

        declined(inConversation("states", draft, "c"), "survey-not-published");
        declined(inConversation("states", archived, "c"), "survey-not-published");
        declined(inConversation("states", ended, "c"), "expired");
    }

    @Test
    void pendingOffersAreThoseThatCanStillBeAnswered() {
        String survey = published("pending", Definitions.afterChat());
        Answering offer = Answering.offered("pending", survey, "c-1");

        pending("pending", "c-1")
                .then()
                .statusCode(200)
                .body("offers.id", contains(offer.id()))
                .body("offers.token", contains(offer.token()))
                .body("offers[0].survey.questions", hasSize(4));
        pending("pending", "c-2").then().body("offers", empty());
        pending("stranger", "c-1").then().body("offers", empty());

        offer.answer("csat", "{\"value\":5}").then().statusCode(204);
        offer.finish().then().statusCode(204);

        pending("pending", "c-1").then().body("offers", empty());
    }

    @Test
    void seenOfferIsToldOnce() {
        Answering offer = Answering.offered("seen", published("seen", Definitions.afterChat()), "c-1");

        offer.shown().then().statusCode(204);
        offer.shown().then().statusCode(204);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.story("seen", offer.id()))
                .containsExactly("offered", "shown"));
        offer.with("wrong").shown().then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                        | ''
                    {"survey":"x"}                            | /survey
                    {"trigger":"t","survey":"0193525b-3a6e-7c1f-9d5c-0f2f6e1b7a10"} | ''
                    {"trigger":"t","conversation":""}         | /conversation
                    {"trigger":"t","customer":7}              | /customer
                    {"trigger":"t","channel":" "}             | /channel
                    {"trigger":"t","language":"en_GB"}        | /language
                    {"trigger":"t","tenant":"other"}          | /tenant
                    """)
    void faultOfARequestIsPointedTo(String body, String pointer) {
        ask("faults", body).then().statusCode(400).body("pointer", equalTo(pointer));
    }

    @Test
    void surveyOfAnotherTenantIsNotFound() {
        String survey = published("owner-of-offers", Definitions.afterChat());

        inConversation("stranger", survey, "c-1").then().statusCode(404);
    }

    @Test
    void managingTokenCannotAnswer() {
        managing("scopes")
                .body("{\"trigger\":\"t\"}")
                .post("/v1/offers")
                .then()
                .statusCode(403)
                .body("scope", equalTo("survey:answer"));
    }

    @Test
    void pageOfAnotherOriginIsRefused() {
        String token = TestTokens.boundTo("https://shop.example", "origins", "survey:answer");
        published("origins", Definitions.afterChat("\"trigger\":\"t\""));

        fromPage("https://shop.example", token)
                .then()
                .statusCode(201)
                .header("Access-Control-Allow-Origin", "https://shop.example");
        fromPage("https://evil.example", token)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:deskpulse:problem:wrong-origin"));
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,offer-token")
                .options("/v1/offers")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", "authorization,offer-token");
    }

    private static Response fromPage(String origin, String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Origin", origin)
                .contentType("application/json")
                .body("{\"trigger\":\"t\"}")
                .post("/v1/offers");
    }

    private static Response pending(String tenant, String conversation) {
        return Requests.with(tenant, "survey:answer").get("/v1/offers/pending?conversation=" + conversation);
    }
}
