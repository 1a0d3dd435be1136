package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.result.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class DriversResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void aspectThatTheScoreFollowsIsFound() {
        String survey = answered("driven", 200);

        JsonPath drivers = managing("driven")
                .get("/v1/surveys/" + survey + "/drivers?target=csat")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(drivers.getString("state")).isEqualTo("fitted");
        assertThat(drivers.getInt("rows")).isEqualTo(200);
        assertThat(drivers.getList("drivers.item", String.class)).containsExactly("quality.speed", "quality.attitude");
        assertThat(drivers.getDouble("drivers[0].beta")).isGreaterThan(0.9);
        assertThat(drivers.getBoolean("drivers[0].significant")).isTrue();
        assertThat(drivers.getDouble("drivers[0].importance")).isGreaterThan(0.9);
        assertThat(drivers.getDouble("rSquared")).isGreaterThan(0.9);
    }

    @Test
    void incompleteOffersAreNoRows() {
        String survey = answered("incomplete", 30);
        Rows.change(
                "update answer set answer = answer #- '{values,speed}' where question = 'quality' and offer in (select id from offer where survey = ?::uuid and conversation >= 'n')",
                survey);

        managing("incomplete")
                .get("/v1/surveys/" + survey + "/drivers?target=csat")
                .then()
                .body("offers", equalTo(30))
                .body("rows", equalTo(0))
                .body("state", equalTo("too-few-answers"))
                .body("needed", equalTo(22));
        managing("incomplete")
                .get("/v1/surveys/" + survey + "/drivers?target=csat&items=quality.attitude")
                .then()
                .body("rows", equalTo(30));
    }

    @ParameterizedTest
    @CsvSource({"'', target", "?target=why, target", "?target=csat&items=reason, items", "?target=csat&zone=x, zone"})
    void whatHasNoPointsIsNamed(String query, String parameter) {
        String survey = published("unnamed", Definitions.afterChat());

        managing("unnamed")
                .get("/v1/surveys/" + survey + "/drivers" + query)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(parameter))
                .body("detail", containsString(parameter));
    }

    @Test
    void unknownSurveyIsNotFound() {
        managing("unnamed")
                .get("/v1/surveys/" + UUID.randomUUID() + "/drivers?target=csat")
                .then()
                .statusCode(404);
    }

    /** Offers whose score follows speed but for one in seven, and attitude not at all. */
    private static String answered(String tenant, int offers) {
        String survey = published(tenant, Definitions.afterChat());
        Answering.offered(tenant, survey, "n0");
        Rows.change(
                """
                insert into offer (id, tenant, survey, version, conversation, channel, language, token, offered_at, expires_at)
                select gen_random_uuid(), tenant, survey, version, 'n' || n, channel, language, token, offered_at, expires_at
                from offer, generate_series(1, %d) n where survey = ?::uuid"""
                        .formatted(offers - 1),
                survey);
        Rows.change(
                """
                insert into answer (offer, question, revision, answer, answered_at)
                select o.id, q.question, 1,
                       case q.question
                         when 'csat' then jsonb_build_object('value', least(5, 1 + n % 5 + case when n % 7 = 0 then 1 else 0 end))
                         else jsonb_build_object('values', jsonb_build_object('speed', 1 + n % 5, 'attitude', 1 + n / 5 % 5)) end,
                       o.offered_at
                from (select id, offered_at, substr(conversation, 2)::integer as n from offer where survey = ?::uuid) o,
                     (values ('csat'), ('quality')) q (question)""",
                survey);
        return survey;
    }
}
