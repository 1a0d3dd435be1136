package io.deskpulse.alerting.rule.rest;

import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleRequests.json;
import static io.deskpulse.alerting.rule.RuleRequests.with;
import static io.deskpulse.alerting.rule.RuleRequests.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules one by one: made, read, listed, and what is wrong with them. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "alerting"))
class RulesResourceTest extends StoredRules {
    @Test
    void ruleIsMadeInYamlAndShownInFull() {
        yaml("rules-made")
                .body(SHORT)
                .post("/v1/rules")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/rules/bot-resolution"))
                .body("rule.window", equalTo("15m"))
                .body("rule.name.'zh-CN'", equalTo("解决率"))
                .body("version", equalTo(1))
                .body("changedAt", notNullValue())
                .body("errors", nullValue());

        json("rules-made")
                .get("/v1/rules/bot-resolution")
                .then()
                .statusCode(200)
                .body("rule.metric", equalTo("resolution_rate"));
        yaml("rules-made")
                .body(SHORT)
                .post("/v1/rules")
                .then()
                .statusCode(409)
                .body("type", containsString("rule-exists"));
    }

    @Test
    void whatIsReadCanBeSentAgainInBothFormsAndChangesNothing() {
        yaml("rules-again").body(SHORT).post("/v1/rules");
        String exported = json("rules-again")
                .accept("application/yaml")
                .get("/v1/rules/bot-resolution")
                .asString();

        yaml("rules-again")
                .header("If-Match", "\"1\"")
                .body(exported)
                .put("/v1/rules/bot-resolution")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void allFaultsComeInOneAnswerEachWithAPointer() {
        yaml("rules-faults")
                .body(
                        "id: a\nmetric: resolution_rat\nwindow: 90s\ncondition: {type: threshold, operator: '<', limit: 0.7}\n")
                .post("/v1/rules")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:deskpulse:problem:invalid-rule"))
                .body("errors.pointer", contains("/window", "/metric"))
                .body("errors.detail", hasItem(containsString("did you mean resolution_rate?")));
        yaml("rules-faults")
                .body("a: [")
                .post("/v1/rules:validate")
                .then()
                .statusCode(400)
                .body("pointer", equalTo(""));
        yaml("rules-faults")
                .body(SHORT)
                .post("/v1/rules:validate")
                .then()
                .statusCode(200)
                .body("rules", hasSize(1));
        json("rules-faults").get("/v1/rules").then().body("rules", hasSize(0));
    }

    @Test
    void listGoesByIdInParts() {
        for (String id : List.of("b", "a_1", "c", "a-1")) {
            yaml("rules-list").body(SHORT.replace("bot-resolution", id)).post("/v1/rules");
        }

        Response first = json("rules-list").get("/v1/rules?limit=3");

        first.then().body("rules.rule.id", contains("a-1", "a_1", "b"));
        json("rules-list")
                .get("/v1/rules?limit=3&cursor=" + first.path("next"))
                .then()
                .body("rules.rule.id", contains("c"));
    }

    @Test
    void rulesBelongToTheirTenantAndToManagers() {
        yaml("rules-owner").body(SHORT).post("/v1/rules");

        json("rules-stranger").get("/v1/rules/bot-resolution").then().statusCode(404);
        json("rules-stranger").get("/v1/rules").then().body("rules", hasSize(0));
        with("rules-owner", "metrics:read", "application/json")
                .get("/v1/rules")
                .then()
                .statusCode(403);
    }

    @Test
    void descriptionOfTheApiIsWholeAndHasExamples() {
        String description = given().get("/q/openapi?format=json").asString();
        JsonPath json = JsonPath.from(description);

        Matcher references = Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(description);
        assertThat(references.results().map(MatchResult::group).distinct())
                .isNotEmpty()
                .allSatisfy(reference -> {
                    String[] parts = reference.split("/");
                    assertThat(json.<Object>get("components." + parts[2] + "." + parts[3]))
                            .as(reference)
                            .isNotNull();
                });
        assertThat(json.<Object>get("components.requestBodies.Rule.content.'application/yaml'.examples"))
                .isNotNull();
    }
}
