package io.deskpulse.survey.trigger;

import static io.deskpulse.survey.Journeys.closed;
import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.deskpulse.survey.Journeys;
import io.deskpulse.survey.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed episodes come through Kafka and make offers. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class OnCloseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ON_CLOSE = "\"policy\": {\"ask\": \"close\", \"exempt\": true%s}";

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void closedEpisodeMakesAnOfferThatIsPendingInItsConversation() {
        String survey = published("closing", onClose(""));

        Journeys.send(closed("closing", "c-1", 1, 1, Instant.now()));

        await().atMost(PATIENCE).untilAsserted(() -> pending("closing", "c-1")
                .then()
                .body("offers.survey.id", contains(survey))
                .body("offers.language", contains("zh-CN")));
        managing("closing")
                .get("/v1/offers/" + pending("closing", "c-1").path("offers[0].id") + "/explanation")
                .then()
                .statusCode(200)
                .body("ask", equalTo("close"))
                .body("customer", equalTo("customer-of-c-1"))
                .body("episode.id", equalTo("closing/c-1#1"))
                .body("episode.outcome", equalTo("resolved_by_bot"))
                .body("episode.segment", equalTo("vip"));
    }

    @Test
    void journeyThatIsReadTwiceAsksOnce() {
        published("read-twice", onClose(""));
        Journey journey = closed("read-twice", "c-1", 1, 1, Instant.now());
        Journey more = closed("read-twice", "c-1", 1, 2, Instant.now());

        Journeys.send(journey, journey, more, journey);
        Journeys.send(more, closed("read-twice", "c-2", 1, 1, Instant.now()));

        awaitOffers("read-twice", "c-2", 1);
        assertThat(offers("read-twice", "c-1")).hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.means("read-twice"))
                .containsOnly(OfferMeans.WIDGET)
                .hasSize(2));
    }

    @Test
    void nextEpisodeOfAConversationIsAskedAboutAsWell() {
        published("again", onClose(""));

        Journeys.send(closed("again", "c-1", 1, 1, Instant.now()));
        awaitOffers("again", "c-1", 1);
        Journeys.send(closed("again", "c-1", 2, 2, Instant.now()));

        awaitOffers("again", "c-1", 2);
    }

    @Test
    void ofTwoSurveysOneAsksAboutAnEpisode() {
        published("rivals", onClose(""));
        published("rivals", onClose(""));

        Journeys.send(closed("rivals", "c-1", 1, 1, Instant.now()));
        awaitOffers("rivals", "c-1", 1);
        Journeys.send(closed("rivals", "c-2", 1, 1, Instant.now()));
        awaitOffers("rivals", "c-2", 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons("rivals", "c-2"))
                .containsExactly("already-offered-for-episode"));
        assertThat(offers("rivals", "c-1")).hasSize(1);
    }

    @Test
    void oldEpisodeAsksNobody() {
        published("old", onClose(""));
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));

        Journeys.send(closed("old", "c-old", 1, 1, longAgo), closed("old", "c-new", 1, 1, Instant.now()));

        awaitOffers("old", "c-new", 1);
        assertThat(offers("old", "c-old")).isEmpty();
        explain("old", "c-old").then().body("reason", equalTo("too-late"));
    }

    @Test
    void onlyEpisodesThatMeetTheConditionsAskAndTheOthersSayWhyNot() {
        published("choosy", onClose(", \"conditions\": {\"handler\": [\"Human\"]}"));

        Journeys.send(closed("choosy", "c-1", 1, 1, Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reasons("choosy", "c-1")).containsExactly("condition-handler"));
        assertThat(offers("choosy", "c-1")).isEmpty();
    }

    @Test
    void requestThatCameFirstLearnsOfTheEpisodeAndIsTheOnlyOne() {
        String onRequest = published("first", Definitions.afterChat());
        published("first", onClose(""));
        String id = Requests.with("first", "survey:answer")
                .body("{\"survey\":\"" + onRequest + "\",\"conversation\":\"c-1\"}")
                .post("/v1/offers")
                .path("id");

        Journeys.send(closed("first", "c-1", 1, 1, Instant.now().plusSeconds(5)));

        await().atMost(PATIENCE).untilAsserted(() -> managing("first")
                .get("/v1/offers/" + id + "/explanation")
                .then()
                .body("episode.handler", equalTo("bot")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons("first", "c-1"))
                .containsExactly("already-offered-for-episode"));
    }

    @Test
    void requestAfterTheCloseKnowsTheEpisode() {
        published(
                "later",
                Definitions.afterChat(
                        "\"trigger\": \"t\", \"policy\": {\"conditions\": {\"outcome\": [\"resolved_by_bot\"]}}"));
        Journeys.send(closed("later", "c-1", 1, 1, Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> explain("later", "c-1", "request").then().body("offered", equalTo(true)));
        explain("later", "c-2", "request").then().body("reason", equalTo("condition-outcome"));
    }

    @Test
    void recordThatIsNoJourneyKeepsNobodyWaiting() {
        published("poison", onClose(""));
        Journeys.sendRaw("poison:customer-of-c-1", "{\"id\": 7}");
        Journeys.send(closed("poison", "c-1", 1, 1, Instant.now()));

        awaitOffers("poison", "c-1", 1);
    }

    private static void awaitOffers(String tenant, String conversation, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(offers(tenant, conversation)).hasSize(count));
    }

    private static List<String> offers(String tenant, String conversation) {
        return pending(tenant, conversation).path("offers.id");
    }

    private static List<String> reasons(String tenant, String conversation) {
        return explain(tenant, conversation).path("decisions.reason");
    }

    private static Response explain(String tenant, String conversation) {
        return explain(tenant, conversation, "close");
    }

    private static Response explain(String tenant, String conversation, String ask) {
        List<String> surveys = managing(tenant).get("/v1/surveys").path("surveys.id");
        return managing(tenant)
                .body("{\"survey\":\"%s\",\"conversation\":\"%s\",\"ask\":\"%s\"}"
                        .formatted(surveys.get(0), conversation, ask))
                .post("/v1/offers:explain");
    }

    private static Response pending(String tenant, String conversation) {
        return Requests.with(tenant, "survey:answer").get("/v1/offers/pending?conversation=" + conversation);
    }

    private static String onClose(String further) {
        return Definitions.afterChat(ON_CLOSE.formatted(further));
    }
}
