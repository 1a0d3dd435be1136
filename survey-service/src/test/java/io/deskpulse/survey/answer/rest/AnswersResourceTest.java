package io.deskpulse.survey.answer.rest;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
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
    void whatWasAnsweredIsToldInOrder() {
        Answering offer = offer("told");

        offer.answer("csat", "{\"value\":2,\"comment\":\"太慢\"}").then().statusCode(204);
        offer.answer("why", "{\"text\":\"too slow\"}").then().statusCode(204);
        offer.answer("quality", "{\"values\":{\"attitude\":5,\"speed\":1}}")
                .then()
                .statusCode(204);
        offer.answer("reason", "{\"options\":[\"other\"]}").then().statusCode(204);
        offer.finish().then().statusCode(204);

        awaitStory(
                offer, "offered", "csat:1", "why:1", "quality.speed:1", "quality.attitude:1", "reason:1", "finished");
        assertThat(Interactions.records("told")).as("one key, so one order").allMatch(record -> new String(record.key())
                .equals("told:c:c-1"));
        SurveyAnswered csat = told("told", "csat:1");
        assertThat(csat.kind()).isEqualTo(QuestionKind.CSAT);
        assertThat(csat.scale()).isEqualTo(new Scale(1, 5));
        assertThat(csat.value()).isEqualTo(2);
        assertThat(csat.comment()).isEqualTo("太慢");
        assertThat(csat.channel()).isEqualTo("web");
        SurveyAnswered speed = told("told", "quality.speed:1");
        assertThat(speed.question()).isEqualTo("quality.speed");
        assertThat(speed.value()).isEqualTo(1);
        assertThat(told("told", "why:1").comment()).isEqualTo("too slow");
        assertThat(told("told", "reason:1").value()).isNull();
    }

    @Test
    void personalDataIsNeitherStoredNorTold() {
        Answering offer = offer("masked");

        offer.answer("csat", "{\"value\":1,\"comment\":\"call 13812345678 or me@example.com\"}")
                .then()
                .statusCode(204);
        offer.answer("csat", "{\"value\":1,\"comment\":\"call 13812345678 or me@example.com\"}")
                .then()
                .statusCode(204);
        offer.answer("why", "{\"text\":\"me@example.com\"}").then().statusCode(204);

        awaitStory(offer, "offered", "csat:1", "why:1");
        assertThat(told("masked", "csat:1").comment()).isEqualTo("call [phone] or [email]");
        assertThat(told("masked", "why:1").comment()).isEqualTo("[email]");
    }

    @Test
    void textsOfATenantThatWantsThemStayAsTheyAre() {
        Answering offer = offer("answers-unmasked");

        offer.answer("why", "{\"text\":\"x\"}").then().statusCode(409);
        offer.answer("csat", "{\"value\":1,\"comment\":\"me@example.com\"}")
                .then()
                .statusCode(204);

        awaitStory(offer, "offered", "csat:1");
        assertThat(told("answers-unmasked", "csat:1").comment()).isEqualTo("me@example.com");
    }

    @Test
    void sameAnswerFiftyTimesAtOnceCountsOnce() {
        Answering offer = offer("fifty");

        List<Integer> statuses = atOnce(50, () -> offer.answer("csat", "{\"value\":4}"));

        assertThat(statuses).containsOnly(204);
        offer.finish().then().statusCode(204);
        awaitStory(offer, "offered", "csat:1", "finished");
    }

    @Test
    void finishedManyTimesAtOnceIsFinishedOnce() {
        Answering offer = offer("finishing");
        offer.answer("csat", "{\"value\":4}");

        assertThat(atOnce(20, offer::finish)).containsOnly(204);

        awaitStory(offer, "offered", "csat:1", "finished");
    }

    @Test
    void changedAnswerHasAGreaterRevision() {
        Answering offer = offer("changing");

        offer.answer("csat", "{\"value\":1}");
        offer.answer("csat", "{\"value\":5}");
        offer.answer("quality", "{\"values\":{\"attitude\":5,\"speed\":1}}");
        offer.answer("quality", "{\"values\":{\"attitude\":5,\"speed\":2}}");

        awaitStory(offer, "offered", "csat:1", "csat:2", "quality.speed:1", "quality.attitude:1", "quality.speed:2");
        assertThat(told("changing", "csat:2").value()).isEqualTo(5);
    }

    @Test
    void changeThatHidesAQuestionTakesItsAnswerBack() {
        Answering offer = offer("hiding");
        offer.answer("csat", "{\"value\":1}");
        offer.answer("why", "{\"text\":\"slow\"}");

        offer.answer("csat", "{\"value\":5}").then().statusCode(204);

        awaitStory(offer, "offered", "csat:1", "why:1", "csat:2", "why:2");
        assertThat(told("hiding", "why:2").comment()).isNull();
        offer.answer("why", "{\"text\":\"slow\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:question-hidden"));
    }

    @Test
    void answerThatWasTakenBackCountsNowhere() {
        Answering offer = offer("withdrawing");
        offer.answer("csat", "{\"value\":1}");

        offer.withdraw("csat").then().statusCode(204);
        offer.withdraw("csat").then().statusCode(204);
        offer.withdraw("reason").then().statusCode(204);

        awaitStory(offer, "offered", "csat:1", "csat:2");
        assertThat(told("withdrawing", "csat:2").value()).isNull();
        offer.finish().then().statusCode(409).body("questions", contains("csat"));
    }

    @Test
    void offerIsFinishedOnlyWithAllThatItNeeds() {
        Answering offer = offer("missing");

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
        Answering offer = offer("finished");
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
        offer("faulty")
                .answer(question, answer)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:" + type))
                .body("pointer", equalTo(pointer));
    }

    @Test
    void nobodyElseCanAnswer() {
        Answering offer = offer("mine");
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

    private static Answering offer(String tenant) {
        String survey = published(tenant, Definitions.afterChat());
        return Answering.offered(tenant, survey, "c-1");
    }

    private static void awaitStory(Answering offer, String... story) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.story(offer.tenant(), offer.id()))
                .containsExactly(story));
    }

    private static SurveyAnswered told(String tenant, String what) {
        return Interactions.events(tenant).stream()
                .filter(event -> event.id().endsWith(":" + what))
                .map(Event::data)
                .map(SurveyAnswered.class::cast)
                .findFirst()
                .orElseThrow();
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
