package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.result.rest.AnsweredSurvey.answer;
import static io.deskpulse.survey.result.rest.AnsweredSurvey.answered;
import static io.deskpulse.survey.result.rest.AnsweredSurvey.results;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Requests;
import io.deskpulse.survey.result.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was answered, counted and scored, for whom and for which time. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class ResultsResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whatWasAnsweredIsCounted() {
        String survey = published("counted", Definitions.afterChat());
        for (int score : List.of(1, 2, 4, 5, 5)) {
            Answering offer = Answering.offered("counted", survey, "c-" + score + UUID.randomUUID());
            offer.shown().then().statusCode(204);
            offer.answer("csat", "{\"value\":%d}".formatted(score)).then().statusCode(204);
            if (score == 1) {
                offer.answer("why", "{\"text\":\"too slow\"}").then().statusCode(204);
            }
            if (score == 5) {
                offer.answer("quality", "{\"values\":{\"speed\":5,\"attitude\":4}}");
                offer.answer("reason", "{\"options\":[\"price\",\"other\"]}");
                offer.finish().then().statusCode(204);
            }
        }
        Answering.offered("counted", survey, "silent").shown().then().statusCode(204);
        Answering.offered("counted", survey, "unseen");

        JsonPath results = results("counted", survey, "");

        assertThat(results.getInt("funnel.offered")).isEqualTo(7);
        assertThat(results.getInt("funnel.shown")).isEqualTo(6);
        assertThat(results.getInt("funnel.started")).isEqualTo(5);
        assertThat(results.getInt("funnel.finished")).isEqualTo(2);
        assertThat(results.getDouble("funnel.responseRate.value")).isEqualTo(5.0 / 6, within(1e-6));
        assertThat(results.getList("questions.id", String.class)).containsExactly("csat", "why", "quality", "reason");
        assertThat(results.getList("questions[0].distribution.count", Integer.class))
                .containsExactly(1, 1, 0, 1, 2);
        assertThat(results.getDouble("questions[0].scores.mean.raw.value")).isEqualTo(17.0 / 5, within(1e-6));
        assertThat(results.getDouble("questions[0].scores.topBox.raw.value")).isEqualTo(0.6, within(1e-6));
        assertThat(results.getBoolean("questions[0].scores.topBox.raw.lowSample"))
                .isTrue();
        assertThat(results.getDouble("questions[0].medianSeconds")).isNotNegative();
        assertThat(results.getInt("questions[1].shownTo"))
                .as("only to the dissatisfied")
                .isEqualTo(2);
        assertThat(results.getInt("questions[1].answered")).isEqualTo(1);
        assertThat(results.getInt("questions[1].comments")).isEqualTo(1);
        assertThat(results.getList("questions[2].aspects.id", String.class)).containsExactly("speed", "attitude");
        assertThat(results.getDouble("questions[2].aspects[1].scores.mean.raw.value"))
                .isEqualTo(4);
        assertThat(results.getList("questions[3].options.count", Integer.class)).containsExactly(2, 2);
        assertThat(results.getDouble("questions[3].options[0].share.value")).isEqualTo(1);
    }

    @Test
    void offerByMailIsDeliveredThoughNobodyHasSeenIt() {
        String survey = published("mailed", Definitions.afterChat());
        answered("mailed", survey, "web", 4);
        Answering.offered("mailed", survey, "unopened");
        Rows.change("update offer set means = 'email' where survey = ?::uuid and shown_at is null", survey);

        JsonPath results = results("mailed", survey, "");

        assertThat(results.getInt("funnel.shown")).isEqualTo(1);
        assertThat(results.getInt("funnel.delivered")).isEqualTo(2);
        assertThat(results.getDouble("funnel.responseRate.value")).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void withdrawnAnswerCountsNowhere() {
        String survey = published("withdrawn", Definitions.afterChat());
        Answering offer = Answering.offered("withdrawn", survey, "c-1");
        offer.answer("csat", "{\"value\":4}");
        offer.withdraw("csat").then().statusCode(204);

        JsonPath results = results("withdrawn", survey, "");

        assertThat(results.getInt("funnel.started")).isZero();
        assertThat(results.getInt("questions[0].answered")).isZero();
    }

    @Test
    void weightsCountWhereStrataWereAskedUnequally() {
        String survey = published("weighted", Definitions.afterChat());
        answered("weighted", survey, "web", 5);
        answered("weighted", survey, "web", 5);
        answered("weighted", survey, "app", 2);
        Rows.change("update offer set weight = 3 where survey = ?::uuid and channel = 'app'", survey);

        JsonPath results = results("weighted", survey, "");

        assertThat(results.getDouble("questions[0].scores.mean.raw.value")).isEqualTo(4, within(1e-6));
        assertThat(results.getDouble("questions[0].scores.mean.weighted.value")).isEqualTo(16.0 / 5, within(1e-6));
        assertThat(results.getDouble("questions[0].scores.mean.weighted.sample"))
                .isEqualTo(25.0 / 11, within(1e-6));
    }

    @Test
    void answersOnAnotherScaleAreNotMixedIn() {
        String survey = published("scales", simple(5));
        answer(Answering.offered("scales", survey, "c-1"), 5);
        managing("scales")
                .header("If-Match", "\"2\"")
                .body(simple(10))
                .put("/v1/surveys/" + survey)
                .then()
                .statusCode(200);
        managing("scales")
                .header("If-Match", "\"3\"")
                .post("/v1/surveys/" + survey + ":publish")
                .then()
                .statusCode(200);
        answer(Answering.offered("scales", survey, "c-2"), 10);

        JsonPath results = results("scales", survey, "");

        assertThat(results.getInt("funnel.offered")).isEqualTo(2);
        assertThat(results.getInt("questions[0].answered")).isEqualTo(1);
        assertThat(results.getDouble("questions[0].scores.mean.raw.value")).isEqualTo(10);
        assertThat(results.getList("questions[0].leftOutVersions", Integer.class))
                .containsExactly(1);
        assertThat(results("scales", survey, "?version=1").getInt("funnel.offered"))
                .isEqualTo(1);
    }

    @Test
    void surveyThatNobodyWasOfferedHasZeros() {
        String survey = Requests.draft("empty", Definitions.afterChat());

        managing("empty")
                .get("/v1/surveys/" + survey + "/results")
                .then()
                .statusCode(200)
                .body("funnel.offered", equalTo(0))
                .body("funnel.responseRate.value", nullValue())
                .body("responses.channel", hasSize(0))
                .body("versions", hasSize(0))
                .body("questions[0].distribution.count", contains(0, 0, 0, 0, 0))
                .body("questions[0].scores.mean.raw.value", nullValue())
                .body("questions[0].scores.mean.raw.lowSample", equalTo(true));
    }

    @Test
    void onlyTheTenantAndWhoMaySeeThem() {
        String survey = published("owner", Definitions.afterChat());
        String path = "/v1/surveys/" + survey + "/results";

        managing("other").get(path).then().statusCode(404).contentType("application/problem+json");
        Requests.with("owner", "metrics:read").get(path).then().statusCode(200);
        Requests.with("owner", "survey:answer").get(path).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=2026-13-01, to",
        "from=2026-11-02&to=2026-11-01, from",
        "zone=Mars, zone",
        "version=one, version",
        "where=channel, where",
        "where=mood:bad, where",
        "form=2026-11-01, form"
    })
    void parameterThatCannotBeUsedIsNamed(String query, String parameter) {
        managing("owner")
                .get("/v1/surveys/" + UUID.randomUUID() + "/results?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:invalid-parameter"))
                .body("parameter", equalTo(parameter));
    }

    @Test
    void timeIsCutByTheCalendarOfTheZone() {
        String survey = published("zone", Definitions.afterChat());
        Answering.offered("zone", survey, "c-1");
        Rows.change("update offer set offered_at = '2026-03-01T17:00:00Z' where survey = ?::uuid", survey);

        assertThat(results("zone", survey, "?from=2026-03-02").getInt("funnel.offered"))
                .isZero();
        assertThat(results("zone", survey, "?from=2026-03-02&to=2026-03-03&zone=Asia/Shanghai")
                        .getInt("funnel.offered"))
                .isEqualTo(1);
    }

    private static String simple(int points) {
        return "{\"name\":\"S\",\"defaultLanguage\":\"en\",\"questions\":[{\"id\":\"csat\",\"kind\":\"csat\",\"points\":%d,\"text\":{\"en\":\"?\"}}]}"
                .formatted(points);
    }
}
