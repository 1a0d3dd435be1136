package io.deskpulse.survey.offer.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.offer.rest.Offering.declined;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;

import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.OwnTime;
import io.deskpulse.survey.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnTime.class)
class FatigueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    DataSource postgres;

    @AfterEach
    void nothingOfTheFutureIsLeft() {
        OwnTime.forgetTheFuture(postgres);
    }

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void ofManyRequestsForOnePersonAtOnceOneIsMade() {
        List<String> surveys = List.of(
                published("tired-race", Definitions.afterChat()), published("tired-race", Definitions.afterChat()));
        ExecutorService clients = Executors.newFixedThreadPool(24);

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 48)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ask("tired-race", surveys.get(i % 2), "c-" + i, "k-1")
                                .statusCode(),
                        clients))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        clients.shutdown();
    }

    @Test
    void seenOfferOfOneSurveyKeepsOthersAwayForAWeek() {
        String first = published("week", Definitions.afterChat());
        String second = published("week", Definitions.afterChat());
        String exempt = published("week", Definitions.afterChat("\"policy\": {\"exempt\": true}"));
        Response made = ask("week", first, "c-1", "k-1");
        new Answering("week", made.path("id"), made.path("token"))
                .shown()
                .then()
                .statusCode(204);

        declined(ask("week", second, "c-2", "k-1"), "fatigue-tenant");
        ask("week", second, "c-3", "k-2").then().statusCode(201);
        clock.in(Duration.ofDays(6), () -> declined(ask("week", second, "c-4", "k-1"), "fatigue-tenant"));
        clock.in(
                Duration.ofDays(8),
                () -> ask("week", second, "c-4", "k-1").then().statusCode(201));
        ask("week", exempt, "c-5", "k-1").then().statusCode(201);
    }

    @Test
    void offerThatNobodySawTiresNobodyOnceItHasExpired() {
        String survey = published("unseen", Definitions.afterChat("\"validFor\": \"PT1H\""));
        ask("unseen", survey, "c-1", "k-1").then().statusCode(201);

        declined(ask("unseen", survey, "c-2", "k-1"), "fatigue-tenant");
        clock.in(
                Duration.ofHours(2),
                () -> ask("unseen", survey, "c-2", "k-1").then().statusCode(201));
    }

    @Test
    void answerCountsAsBeingAskedEvenWhereNobodyToldOfTheShowing() {
        String survey = published("answered", Definitions.afterChat("\"validFor\": \"PT1H\""));
        Response made = ask("answered", survey, "c-1", "k-1");
        new Answering("answered", made.path("id"), made.path("token"))
                .answer("csat", "{\"value\": 5}")
                .then()
                .statusCode(204);

        clock.in(Duration.ofHours(2), () -> declined(ask("answered", survey, "c-2", "k-1"), "fatigue-tenant"));
    }

    @Test
    void rulesOfTheTenantCanBeChangedByWhoHasSeenThem() {
        String survey = published("ruled", Definitions.afterChat());
        ask("ruled", survey, "c-1", "k-1").then().statusCode(201);

        managing("ruled").get("/v1/survey-rules").then().header("ETag", "\"0\"").body("again", equalTo("PT168H"));
        rules("\"0\"", "{\"again\": \"PT0S\"}").then().statusCode(200).header("ETag", "\"1\"");
        rules("\"0\"", "{\"again\": \"P1D\"}").then().statusCode(412).body("revision", equalTo(1));
        rules(null, "{\"again\": \"P1D\"}").then().statusCode(428);
        rules("\"1\"", "{\"again\": \"P400D\"}").then().statusCode(400).body("pointer", equalTo("/again"));

        ask("ruled", survey, "c-2", "k-1").then().statusCode(201);
    }

    @Test
    void explanationSaysUntilWhenAndWritesNothing() {
        String survey = published("why", Definitions.afterChat("\"policy\": {\"again\": \"P30D\"}"));
        Response made = ask("why", survey, "c-1", "k-1");
        new Answering("why", made.path("id"), made.path("token")).shown();
        declined(ask("why", survey, "c-2", "k-1"), "fatigue-survey");
        declined(ask("why", survey, "c-2", "k-1"), "fatigue-survey");

        explain("why", survey, "c-2", "k-1")
                .then()
                .statusCode(200)
                .body("offered", equalTo(false))
                .body("reason", equalTo("fatigue-survey"))
                .body("steps.find { it.check == 'rested-from-survey' }.facts", hasEntry("again", "PT720H"))
                .body("steps.find { it.check == 'rested-from-survey' }.message.'zh-CN'.isEmpty()", equalTo(false))
                .body("steps.find { it.check == 'quota' }.result", equalTo("not-reached"))
                .body("decisions.reason", hasItem("fatigue-survey"))
                .body("decisions[0].times", equalTo(2));
        explain("why", survey, "c-3", "k-2")
                .then()
                .body("offered", equalTo(true))
                .body("probability", equalTo(1.0f));
        ask("why", survey, "c-3", "k-2").then().statusCode(201);
        managing("why")
                .get("/v1/offers/" + made.path("id") + "/explanation")
                .then()
                .statusCode(200)
                .body("offered", equalTo(true))
                .body("steps.result.unique()", equalTo(List.of("passed")));
        managing("stranger")
                .get("/v1/offers/" + made.path("id") + "/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void repeatedRequestIsNoSecondChance() {
        String survey = published("lots", Definitions.afterChat("\"policy\": {\"sampling\": {\"percent\": 50}}"));

        List<Integer> first = IntStream.range(0, 40)
                .map(i -> ask("lots", survey, "c-" + i, null).statusCode())
                .boxed()
                .toList();

        assertThat(first).contains(200, 201);
        IntStream.range(0, 40).filter(i -> first.get(i) == 200).forEach(i -> {
            declined(ask("lots", survey, "c-" + i, null), "not-sampled");
            declined(ask("lots", survey, "c-" + i, "k-" + i), "not-sampled");
        });
    }

    private static Response rules(String seen, String body) {
        var request = managing("ruled").body(body);
        return (seen == null ? request : request.header("If-Match", seen)).put("/v1/survey-rules");
    }

    private static Response explain(String tenant, String survey, String conversation, String customer) {
        return managing(tenant).body(body(survey, conversation, customer)).post("/v1/offers:explain");
    }

    private static Response ask(String tenant, String survey, String conversation, String customer) {
        return Requests.with(tenant, "survey:answer")
                .body(body(survey, conversation, customer))
                .post("/v1/offers");
    }

    private static String body(String survey, String conversation, String customer) {
        return "{\"survey\":\"%s\",\"conversation\":\"%s\"%s}"
                .formatted(survey, conversation, customer == null ? "" : ",\"customer\":\"" + customer + "\"");
    }
}
