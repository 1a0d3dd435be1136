package io.deskpulse.survey.offer.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.offer.rest.Offering.declined;
import static io.deskpulse.survey.offer.rest.Offering.inConversation;
import static io.deskpulse.survey.offer.rest.Offering.offer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a survey is offered: once in a conversation, and as often as its quota allows. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class QuotaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void surveyIsOfferedOnceInAConversation() {
        String survey = published("once", Definitions.afterChat());
        String other = published("once", Definitions.afterChat());

        inConversation("once", survey, "c-1").then().statusCode(201);
        declined(inConversation("once", survey, "c-1"), "already-offered-for-conversation");
        inConversation("once", survey, "c-2").then().statusCode(201);
        inConversation("once", other, "c-1").then().statusCode(201);
    }

    @Test
    void ofFiftyOffersAtOnceInAConversationOneIsMade() {
        String survey = published("race", Definitions.afterChat());

        List<Integer> statuses = atOnce("race", 50, i -> offer(survey, "c-1"));

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Interactions.events("race")).hasSize(1));
        assertThat(Interactions.means("race")).as("delivered by the answer").containsOnlyNulls();
    }

    @Test
    void ofTwoHundredClientsExactlyTheQuotaGetsAnOffer() {
        String survey = published("quota", Definitions.afterChat("\"quota\":100"));

        List<Integer> statuses = atOnce("quota", 200, i -> offer(survey, "c-" + i));

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(100);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(100);
        declined(inConversation("quota", survey, "c-late"), "quota-reached");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Interactions.events("quota")).hasSize(100));
    }

    @Test
    void whoIsDeclinedForTheQuotaMayBeOfferedAnotherSurveyAndTheSameOnceThereIsRoom() {
        String survey = published("room", Definitions.afterChat("\"quota\":1"));
        inConversation("room", survey, "c-1").then().statusCode(201);
        declined(inConversation("room", survey, "c-2"), "quota-reached");

        managing("room")
                .header("If-Match", "\"2\"")
                .body(Definitions.afterChat("\"quota\":2"))
                .put("/v1/surveys/" + survey);
        managing("room").header("If-Match", "\"3\"").post("/v1/surveys/" + survey + ":publish");

        inConversation("room", survey, "c-2").then().statusCode(201).body("survey.version", equalTo(2));
        declined(inConversation("room", survey, "c-3"), "quota-reached");
    }

    /** The statuses of so many requests to make an offer, all under way at the same time. */
    private List<Integer> atOnce(String tenant, int clients, IntFunction<String> body) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String token = "Bearer " + TestTokens.token(tenant, "survey:answer");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, clients)
                .mapToObj(i -> HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/offers"))
                        .header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.apply(i)))
                        .build())
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
