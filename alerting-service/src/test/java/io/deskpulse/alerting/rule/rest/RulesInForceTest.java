package io.deskpulse.alerting.rule.rest;

import static io.deskpulse.alerting.rule.RuleDocuments.DEAD;
import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleRequests.json;
import static io.deskpulse.alerting.rule.RuleRequests.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.rule.RuleBook;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What the engine sees of the rules. */
@QuarkusTest
@AlertingTest
class RulesInForceTest extends StoredRules {
    @Inject
    RuleBook book;

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
    void ruleThatThisReleaseCannotReadKeepsNoOtherFromItsWork() {
        yaml("rules-old").body(SHORT).post("/v1/rules");
        json("rules-old").body(DEAD).post("/v1/rules");
        database.change(
                "update rule_version set document = document || '{\"condition\": {\"type\": \"moonPhase\"}}' where tenant = 'rules-old' and id = 'dead'");

        assertThat(book.enabled())
                .filteredOn(rule -> rule.tenant().equals("rules-old"))
                .hasSize(1);
    }
}
