package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.result.rest.AnsweredSurvey.answered;
import static io.deskpulse.survey.result.rest.AnsweredSurvey.results;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.result.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results tell how those who respond differ from those who do not. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class WhoRespondsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whoRespondsIsToldByWhatIsKnownOfThem() {
        String survey = published("bias", Definitions.afterChat());
        for (int i = 0; i < 30; i++) {
            answered("bias", survey, "web", 5);
            Answering.offered("bias", survey, "quiet-" + i).shown();
        }
        Rows.change(
                "update offer set outcome = 'resolved_by_bot', handler = 'bot' where survey = ?::uuid and exists (select from answer where offer = id)",
                survey);
        Rows.change("update offer set outcome = 'unresolved' where survey = ?::uuid and outcome is null", survey);

        JsonPath results = results("bias", survey, "");

        assertThat(results.getList("responses.outcome.value", String.class))
                .containsExactlyInAnyOrder("resolved_by_bot", "unresolved");
        assertThat(results.getDouble("responses.outcome.find { it.value == 'resolved_by_bot' }.responseRate.value"))
                .isEqualTo(1);
        assertThat(results.getDouble("responses.outcome.find { it.value == 'unresolved' }.responseRate.value"))
                .isZero();
        assertThat(results.getList("responses.outcome.differsFromRest")).containsOnly(true);
        assertThat(results.getList("responses.handler.value", String.class)).contains("bot", "unknown");
        assertThat(results.getList("responses.language.value", String.class)).containsExactly("en");

        JsonPath ofBots = results("bias", survey, "?where=handler:bot,channel:web%7Capp");
        assertThat(ofBots.getInt("funnel.offered")).isEqualTo(30);
        assertThat(results("bias", survey, "?where=handler:human").getInt("funnel.offered"))
                .isZero();
    }

    @Test
    void manyValuesOfADimensionAreCountedTogetherBeyondTheMostFrequent() {
        String survey = published("channels", Definitions.afterChat());
        Answering.offered("channels", survey, "c-1");
        Rows.change(
                """
                insert into offer (id, tenant, survey, version, channel, language, token, offered_at, expires_at)
                select gen_random_uuid(), tenant, survey, version, 'channel-' || n, language, token, offered_at, expires_at
                from offer, generate_series(1, 40) n where survey = ?::uuid""",
                survey);

        JsonPath results = results("channels", survey, "");

        assertThat(results.getList("responses.channel.offered", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(41);
        assertThat(results.getInt("responses.channel.find { it.value == '~other' }.offered"))
                .isEqualTo(11);
    }
}
