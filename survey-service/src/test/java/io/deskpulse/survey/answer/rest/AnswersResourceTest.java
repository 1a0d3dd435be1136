package io.deskpulse.survey.answer.rest;

import static io.deskpulse.survey.Answering.offeredAfterChat;
import static io.deskpulse.survey.Interactions.awaitStory;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers an offer takes, and until when. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class AnswersResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void sameAnswerFiftyTimesAtOnceCountsOnce() {
        Answering offer = offeredAfterChat("fifty");

        List<Integer> statuses = atOnce(50, () -> offer.answer("csat", "{\"value\":4}"));

        assertThat(statuses).containsOnly(204);
        offer.finish().then().statusCode(204);
        awaitStory(offer, "offered", "csat:1", "finished");
    }

    @Test
    void finishedManyTimesAtOnceIsFinishedOnce() {
        Answering offer = offeredAfterChat("finishing");
        offer.answer("csat", "{\"value\":4}");

        assertThat(atOnce(20, offer::finish)).containsOnly(204);

        awaitStory(offer, "offered", "csat:1", "finished");
    }

    @Test
    void offerIsFinishedOnlyWithAllThatItNeeds() {
        Answering offer = offeredAfterChat("missing");

        offer.finish()
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:answers-missing"))
                .body("questions", contains("csat"));
        offer.answer("csat", "{\"value\":2}");
        offer.finish().then().statusCode(409).body("questions", contains("why"));
        offer.answer("why", "{\"text\":\"slow\"}");
        offer.finish().then().statusCode(204);
    }

    @Test
    void finishedOfferTakesOnlyWhatItHas() {
        Answering offer = offeredAfterChat("finished");
        offer.answer("csat", "{\"value\":4}");
        offer.finish();

        offer.answer("csat", "{\"value\":4}").then().statusCode(204);
        offer.answer("csat", "{\"value\":5}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:offer-finished"));
        offer.withdraw("csat").then().statusCode(409);
    }

    @Test
    void expiredOfferTakesOnlyWhatItHas() {
        String survey = published("expired", Definitions.afterChat("\"validFor\":\"PT1H\""));
        Answering offer = Answering.offered("expired", survey, "c-1");
        offer.answer("csat", "{\"value\":4}").then().statusCode(204);

        clock.in(Duration.ofMinutes(61), () -> {
            offer.answer("csat", "{\"value\":4}").then().statusCode(204);
            offer.answer("csat", "{\"value\":5}")
                    .then()
                    .statusCode(410)
                    .body("type", equalTo("urn:deskpulse:problem:offer-expired"));
            offer.shown().then().statusCode(410);
            offer.finish().then().statusCode(410);
            Requests.with("expired", "survey:answer")
                    .get("/v1/offers/pending?conversation=c-1")
                    .then()
                    .body("offers", empty());
        });

        offer.finish().then().statusCode(204);
        awaitStory(offer, "offered", "csat:1", "finished");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    csat    | {"value":6}                     | invalid-answer | /value
                    csat    | {"value":4.5}                   | invalid-body   | /value
                    csat    | {"text":"4"}                    | invalid-answer | ''
                    csat    | {"value":4,"text":"x"}          | invalid-body   | ''
                    csat    | {"value":4,"note":"x"}          | invalid-body   | /note
                    quality | {"values":{"speed":9}}          | invalid-answer | /values/speed
                    quality | {"values":{"price":1}}          | invalid-answer | /values
                    reason  | {"options":["taste"]}           | invalid-answer | /options/0
                    reason  | {"options":[]}                  | invalid-answer | /options
                    reason  | {"options":["price"],"comment":"x"} | invalid-body | /comment
                    """)
    void faultOfAnAnswerIsPointedTo(String question, String answer, String type, String pointer) {
        offeredAfterChat("faulty")
                .answer(question, answer)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:" + type))
                .body("pointer", equalTo(pointer));
    }

    @Test
    void nobodyElseCanAnswer() {
        Answering offer = offeredAfterChat("mine");
        String answer = "{\"value\":4}";

        offer.with("another-token").answer("csat", answer).then().statusCode(404);
        offer.with("").answer("csat", answer).then().statusCode(404);
        new Answering("other", offer.id(), offer.token())
                .answer("csat", answer)
                .then()
                .statusCode(404);
        offer.with("another-token").finish().then().statusCode(404);
        offer.answer("nothing", answer).then().statusCode(404);
    }

    private interface Request {
        Response send();
    }

    private static List<Integer> atOnce(int clients, Request request) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            return IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(() -> request.send().statusCode()))
                    .toList()
                    .stream()
                    .map(AnswersResourceTest::get)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static int get(Future<Integer> status) {
        try {
            return status.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
