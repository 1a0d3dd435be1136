package io.deskpulse.alerting.rule.rest;

import static io.deskpulse.alerting.rule.RuleDocuments.DEAD;
import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleRequests.json;
import static io.deskpulse.alerting.rule.RuleRequests.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.deskpulse.alerting.AlertingTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Rules that come many at once, or from the shelf. */
@QuarkusTest
@AlertingTest
class ImportedRulesTest extends StoredRules {
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

    private static String item(String rule) {
        return "- " + rule.strip().replace("\n", "\n  ") + "\n";
    }
}
