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

import io.deskpulse.alerting.rule.RuleBook;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "alerting"))
class RulesResourceTest {
    private static final String DEAD = "{\"id\":\"dead\",\"condition\":{\"type\":\"always\"}}";

    @Inject
    RuleBook book;

    @Inject
    Database database;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

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
    void engineSeesTheRuleAsSoonAsItsRevisionHasChanged() {
        long before = book.revision();

        yaml("rules-book").body(SHORT).post("/v1/rules").then().statusCode(201);

        assertThat(book.revision()).isGreaterThan(before);
        assertThat(book.enabled()).anyMatch(rule -> rule.tenant().equals("rules-book") && rule.version() == 1);

        long made = book.revision();
        json("rules-book")
                .header("If-Match", "\"1\"")
                .delete("/v1/rules/bot-resolution")
                .then()
                .statusCode(204);
        assertThat(book.revision()).isGreaterThan(made);
        assertThat(book.enabled()).noneMatch(rule -> rule.tenant().equals("rules-book"));
    }

    @Test
    void disabledRuleIsKeptAndNotInForce() {
        yaml("rules-off")
                .body(SHORT + "enabled: false\n")
                .post("/v1/rules")
                .then()
                .statusCode(201);

        assertThat(book.enabled()).noneMatch(rule -> rule.tenant().equals("rules-off"));
        json("rules-off").get("/v1/rules/bot-resolution").then().body("rule.enabled", equalTo(false));
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
    void versionsStayAsTheyWereAndGoOnAfterADelete() {
        yaml("rules-versions").body(SHORT).post("/v1/rules");
        change("rules-versions", 1, SHORT.replace("0.7", "0.6"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        json("rules-versions")
                .header("If-Match", "\"2\"")
                .delete("/v1/rules/bot-resolution")
                .then()
                .statusCode(204);
        json("rules-versions").get("/v1/rules/bot-resolution").then().statusCode(404);

        yaml("rules-versions")
                .body(SHORT)
                .post("/v1/rules")
                .then()
                .statusCode(201)
                .header("ETag", "\"3\"");

        Response part = json("rules-versions").get("/v1/rules/bot-resolution/versions?limit=2");
        part.then().body("versions.version", contains(3, 2)).body("versions[1].rule.condition.limit", equalTo(0.6f));
        json("rules-versions")
                .get("/v1/rules/bot-resolution/versions?limit=2&cursor=" + part.path("next"))
                .then()
                .body("versions.version", contains(1))
                .body("next", nullValue());
        json("rules-versions").get("/v1/rules/none/versions").then().statusCode(404);
    }

    @Test
    void changesNeedTheVersionThatWasSeen() {
        yaml("rules-seen").body(SHORT).post("/v1/rules");

        yaml("rules-seen").body(SHORT).put("/v1/rules/bot-resolution").then().statusCode(428);
        change("rules-seen", 7, SHORT).then().statusCode(412).body("revision", equalTo(1));
        json("rules-seen")
                .header("If-Match", "\"7\"")
                .delete("/v1/rules/bot-resolution")
                .then()
                .statusCode(412);
        json("rules-seen")
                .header("If-Match", "\"1\"")
                .delete("/v1/rules/none")
                .then()
                .statusCode(404);
        yaml("rules-seen")
                .header("If-None-Match", "*")
                .body(SHORT)
                .put("/v1/rules/bot-resolution")
                .then()
                .statusCode(409);
        json("rules-seen")
                .header("If-None-Match", "*")
                .body(DEAD)
                .put("/v1/rules/dead")
                .then()
                .statusCode(201);
        change("rules-seen", 1, SHORT.replace("bot-resolution", "other"))
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/id"));
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
    void importKeepsAllOrNothing() {
        yaml("rules-import").body(SHORT).post("/v1/rules");
        String three = "rules:\n" + item(SHORT)
                + item(SHORT.replace("bot-resolution", "second").replace("0.7", "0.5")) + "- " + DEAD + "\n";

        yaml("rules-import")
                .body(three.replace("limit: 0.5", "limit: 50"))
                .post("/v1/rules:import")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rules/1/condition/limit"));
        json("rules-import").get("/v1/rules").then().body("rules", hasSize(1));

        yaml("rules-import")
                .body(three)
                .post("/v1/rules:import")
                .then()
                .statusCode(200)
                .body("rules.action", contains("unchanged", "created", "created"));

        String exported =
                json("rules-import").accept("application/yaml").get("/v1/rules").asString();
        yaml("rules-import-2").body(exported).post("/v1/rules:import").then().statusCode(200);
        assertThat(json("rules-import-2")
                        .accept("application/yaml")
                        .get("/v1/rules")
                        .asString())
                .isEqualTo(exported);
        yaml("rules-import")
                .body("rules: [" + DEAD + "," + DEAD + "]")
                .post("/v1/rules:import")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/rules/1/id"));
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
    void startersAreShownAndKept() {
        json("rules-start")
                .get("/v1/rules/starters")
                .then()
                .statusCode(200)
                .body("starters.id", hasItem("resolution-rate"));

        json("rules-start")
                .post("/v1/rules/starters/dead-mans-switch:import")
                .then()
                .statusCode(201)
                .body("rule.condition.type", equalTo("always"));

        json("rules-start")
                .post("/v1/rules/starters/dead-mans-switch:import")
                .then()
                .statusCode(409);
        json("rules-start").post("/v1/rules/starters/none:import").then().statusCode(404);
        json("rules-start").get("/v1/rules/dead-mans-switch").then().statusCode(200);
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
    void whoChangedWhatIsNoted() {
        yaml("rules-audit").body(SHORT).post("/v1/rules");
        change("rules-audit", 1, SHORT.replace("0.7", "0.6"));
        json("rules-audit").header("If-Match", "\"2\"").delete("/v1/rules/bot-resolution");

        List<String> noted = database.list(
                "select action || ' ' || coalesce(before->'condition'->>'limit', '-') || ' ' || coalesce(after->'condition'->>'limit', '-') as noted"
                        + " from audit where tenant = 'rules-audit' and kind = 'rule' order by id",
                row -> row.text("noted"));

        assertThat(noted).containsExactly("created - 0.7", "changed 0.7 0.6", "deleted 0.6 -");
    }

    @Test
    void ofManyWhoMakeTheSameRuleOneSucceeds() {
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        each -> yaml("rules-race").body(SHORT).post("/v1/rules").statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        json("rules-race").get("/v1/rules/bot-resolution/versions").then().body("versions", hasSize(1));
    }

    @Test
    void ruleThatThisReleaseCannotReadKeepsNoOtherFromItsWork() {
        yaml("rules-old").body(SHORT).post("/v1/rules");
        json("rules-old").body(DEAD).post("/v1/rules");
        database.change(
                "update rule_version set document = document || '{\"condition\": {\"type\": \"moonPhase\"}}' where tenant = 'rules-old' and id = 'dead'");

        assertThat(book.enabled())
                .filteredOn(rule -> rule.tenant().equals("rules-old"))
                .hasSize(1);
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

    private static Response change(String tenant, int seen, String rule) {
        return yaml(tenant).header("If-Match", "\"" + seen + "\"").body(rule).put("/v1/rules/bot-resolution");
    }

    private static String item(String rule) {
        return "- " + rule.strip().replace("\n", "\n  ") + "\n";
    }
}
