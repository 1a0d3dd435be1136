package io.deskpulse.alerting.rule.rest;

import static io.deskpulse.alerting.rule.RuleDocuments.DEAD;
import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleRequests.json;
import static io.deskpulse.alerting.rule.RuleRequests.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.alerting.AlertingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a rule changes: only by who has seen it, with its versions kept and each change noted. */
@QuarkusTest
@AlertingTest
class RuleVersionsTest extends StoredRules {
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

    private static Response change(String tenant, int seen, String rule) {
        return yaml(tenant).header("If-Match", "\"" + seen + "\"").body(rule).put("/v1/rules/bot-resolution");
    }
}
