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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Definitions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a draft: changed, published, archived, deleted. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class SurveyVersionsTest {
    private static final String STALE = "urn:deskpulse:problem:revision-changed";

    @BeforeEach
    void tablesAreThere() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void changeNeedsTheRevisionItsAuthorHasSeen() {
        String id = draft("locking", Definitions.afterChat());

        change("locking", id, null).then().statusCode(428);
        change("locking", id, "1").then().statusCode(400).body("parameter", equalTo("If-Match"));
        change("locking", id, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        change("locking", id, "\"1\"")
                .then()
                .statusCode(412)
                .body("type", equalTo(STALE))
                .body("revision", equalTo(2));
    }

    @Test
    void ofChangesAtOnceOneIsMade() {
        String id = draft("racing", Definitions.afterChat());

        List<Integer> statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> change("racing", id, "\"1\"").statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void publishedVersionNeverChanges() {
        String id = published("versions", Definitions.afterChat());
        managing("versions")
                .header("If-Match", "\"2\"")
                .body(Definitions.afterChat().replace("After the chat", "Another"))
                .put("/v1/surveys/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("published"));

        version("versions", id, 1).then().statusCode(200).body("definition.name", equalTo("After the chat"));
        version("versions", id, 2).then().statusCode(404);

        act("versions", id, "publish", 3).then().statusCode(200).body("publishedVersion", equalTo(2));
        version("versions", id, 1).then().body("definition.name", equalTo("After the chat"));
        version("versions", id, 2).then().statusCode(200).body("definition.name", equalTo("Another"));
    }

    @Test
    void triggerLeadsToOnePublishedSurvey() {
        String first = published("triggers", Definitions.afterChat("\"trigger\":\"t\""));
        String second = draft("triggers", Definitions.afterChat("\"trigger\":\"t\""));

        act("triggers", second, "publish", 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:trigger-taken"));

        act("triggers", first, "archive", 2).then().statusCode(200).body("state", equalTo("archived"));
        act("triggers", second, "publish", 1).then().statusCode(200);
    }

    @Test
    void onlyADraftCanBeDeleted() {
        String draft = draft("deleting", Definitions.afterChat());
        String published = published("deleting", Definitions.afterChat());

        delete("deleting", draft, 1).then().statusCode(204);
        delete("deleting", draft, 1).then().statusCode(404);
        delete("deleting", published, 2)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:deskpulse:problem:survey-published"));
    }

    @Test
    void copyIsADraftWithoutTheTrigger() {
        String id = published("copying", Definitions.afterChat("\"trigger\":\"t\",\"quota\":7"));

        managing("copying")
                .post("/v1/surveys/" + id + ":duplicate")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("definition.trigger", nullValue())
                .body("definition.quota", equalTo(7));
    }
}
