package io.deskpulse.survey.answer.rest;

import static io.deskpulse.survey.Answering.offeredAfterChat;
import static io.deskpulse.survey.Interactions.awaitStory;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Interactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others are told of answers: in order, each change, and nothing personal. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class ToldAnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whatWasAnsweredIsToldInOrder() {
        Answering offer = offeredAfterChat("told");

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
        Answering offer = offeredAfterChat("masked");

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
        Answering offer = offeredAfterChat("answers-unmasked");

        offer.answer("why", "{\"text\":\"x\"}").then().statusCode(409);
        offer.answer("csat", "{\"value\":1,\"comment\":\"me@example.com\"}")
                .then()
                .statusCode(204);

        awaitStory(offer, "offered", "csat:1");
        assertThat(told("answers-unmasked", "csat:1").comment()).isEqualTo("me@example.com");
    }

    @Test
    void changedAnswerHasAGreaterRevision() {
        Answering offer = offeredAfterChat("changing");

        offer.answer("csat", "{\"value\":1}");
        offer.answer("csat", "{\"value\":5}");
        offer.answer("quality", "{\"values\":{\"attitude\":5,\"speed\":1}}");
        offer.answer("quality", "{\"values\":{\"attitude\":5,\"speed\":2}}");

        awaitStory(offer, "offered", "csat:1", "csat:2", "quality.speed:1", "quality.attitude:1", "quality.speed:2");
        assertThat(told("changing", "csat:2").value()).isEqualTo(5);
    }

    @Test
    void changeThatHidesAQuestionTakesItsAnswerBack() {
        Answering offer = offeredAfterChat("hiding");
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
        Answering offer = offeredAfterChat("withdrawing");
        offer.answer("csat", "{\"value\":1}");

        offer.withdraw("csat").then().statusCode(204);
        offer.withdraw("csat").then().statusCode(204);
        offer.withdraw("reason").then().statusCode(204);

        awaitStory(offer, "offered", "csat:1", "csat:2");
        assertThat(told("withdrawing", "csat:2").value()).isNull();
        offer.finish().then().statusCode(409).body("questions", contains("csat"));
    }

    private static SurveyAnswered told(String tenant, String what) {
        return Interactions.events(tenant).stream()
                .filter(event -> event.id().endsWith(":" + what))
                .map(Event::data)
                .map(SurveyAnswered.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
