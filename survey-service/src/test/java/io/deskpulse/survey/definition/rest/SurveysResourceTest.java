package io.deskpulse.survey.definition.rest;

import static io.deskpulse.survey.Requests.draft;
import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.definition.rest.SurveyRequests.act;
import static io.deskpulse.survey.definition.rest.SurveyRequests.change;
import static io.deskpulse.survey.definition.rest.SurveyRequests.delete;
import static io.deskpulse.survey.definition.rest.SurveyRequests.version;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions made, read, listed and moved, and what is wrong with them. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class SurveysResourceTest {
    @BeforeEach
    void tablesAreThere() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whatWasMadeIsFoundWithItsTag() {
        Response made = managing("make").body(Definitions.afterChat()).post("/v1/surveys");
        made.then().statusCode(201).header("ETag", "\"1\"").body("state", equalTo("draft"));

        managing("make")
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("definition.questions.id", contains("csat", "why", "quality", "reason"))
                .body("definition.title.'zh-CN'", equalTo("我们的服务怎么样？"))
                .body("publishedVersion", equalTo(0));
    }

    @Test
    void faultOfADefinitionIsAProblemThatPointsToIt() {
        managing("faulty")
                .body(Definitions.afterChat().replace("\"atMost\": 2", "\"anyOf\": [\"x\"]"))
                .post("/v1/surveys")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:invalid-body"))
                .body("pointer", equalTo("/questions/1/showIf/question"));
    }

    @Test
    void definitionThatIsTooLargeIsRefused() {
        managing("faulty")
                .body(Definitions.afterChat().replace("After the chat", "x".repeat(1_100_000)))
                .post("/v1/surveys")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:too-large"));
    }

    @Test
    void exportIsImportedUnchanged() {
        String id = draft("moving", Definitions.afterChat("\"trigger\":\"t\",\"look\":{\"position\":\"centre\"}"));
        String exported =
                managing("moving").get("/v1/surveys/" + id + "/export").asString();

        String copy =
                managing("moved").body(exported).post("/v1/surveys:import").path("id");

        assertThat(managing("moved").get("/v1/surveys/" + copy + "/export").asString())
                .isEqualTo(exported);
    }

    @Test
    void previewIsInOneLanguage() {
        String id = draft("preview", Definitions.afterChat());

        managing("preview")
                .get("/v1/surveys/" + id + "/preview?language=zh-CN")
                .then()
                .statusCode(200)
                .body("language", equalTo("zh-CN"))
                .body("title", equalTo("我们的服务怎么样？"))
                .body("questions[0].text", equalTo("满意吗？"))
                .body("questions[1].text", equalTo("Why?"));
    }

    @Test
    void everyTemplateCanBePublished() {
        List<String> ids = managing("templates").get("/v1/survey-templates").path("templates.id");

        assertThat(ids).containsExactly("csat", "nps", "ces", "service-quality");
        assertThat(ids)
                .allSatisfy(id -> published(
                        "templates",
                        managing("templates").get("/v1/survey-templates/" + id).asString()));
        managing("templates").get("/v1/survey-templates/other").then().statusCode(404);
    }

    @Test
    void listGoesOnWhereItStopped() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, draft("listing", Definitions.afterChat()));
        }
        act("listing", made.get(4), "publish", 1);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response part = managing("listing").get("/v1/surveys?limit=2" + cursor);
            part.then().statusCode(200);
            seen.addAll(part.path("surveys.id"));
            String next = part.path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(seen).isEqualTo(made);
        managing("listing")
                .get("/v1/surveys?state=published")
                .then()
                .body("surveys.id", contains(made.get(4)))
                .body("next", nullValue());
        managing("listing").get("/v1/surveys?limit=0").then().statusCode(400).body("parameter", equalTo("limit"));
        managing("listing").get("/v1/surveys?cursor=x").then().statusCode(400).body("parameter", equalTo("cursor"));
        managing("listing").get("/v1/surveys?state=new").then().statusCode(400).body("parameter", equalTo("state"));
    }

    @Test
    void surveyOfAnotherTenantIsNotFound() {
        String id = published("owner", Definitions.afterChat());

        managing("stranger").get("/v1/surveys/" + id).then().statusCode(404);
        managing("stranger").get("/v1/surveys/" + id + "/preview").then().statusCode(404);
        managing("stranger").get("/v1/surveys/" + id + "/export").then().statusCode(404);
        version("stranger", id, 1).then().statusCode(404);
        change("stranger", id, "\"2\"").then().statusCode(404);
        delete("stranger", id, 2).then().statusCode(404);
        act("stranger", id, "publish", 2).then().statusCode(404);
        act("stranger", id, "archive", 2).then().statusCode(404);
        act("stranger", id, "duplicate", 2).then().statusCode(404);
        managing("stranger").get("/v1/surveys").then().statusCode(200).body("surveys", hasSize(0));
    }

    @Test
    void answeringTokenCannotManage() {
        Requests.with("owner", "survey:answer")
                .get("/v1/surveys")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:deskpulse:problem:missing-scope"))
                .body("scope", equalTo("survey:manage"));
        given().get("/v1/surveys").then().statusCode(401);
    }

    @Test
    void theApiIsDescribed() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/surveys'.keySet()", containsInAnyOrder("get", "post"))
                .body("components.examples.Definition.value.name", equalTo("After the chat"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
