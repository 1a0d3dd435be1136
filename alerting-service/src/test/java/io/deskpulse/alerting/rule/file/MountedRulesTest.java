package io.deskpulse.alerting.rule.file;

import static io.deskpulse.alerting.rule.RuleDocuments.SHORT;
import static io.deskpulse.alerting.rule.RuleRequests.json;
import static io.deskpulse.alerting.rule.RuleRequests.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.alerting.rule.RuleBook;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MountedRulesTest.WithAFile.class)
class MountedRulesTest {
    private static final String TENANT = "mounted";
    private static final String FILE =
            "tenants: [mounted]\nrules:\n- {id: bot-resolution, metric: resolution_rate, condition: {type: threshold, operator: '<', limit: 0.5}}\n";

    @ConfigProperty(name = "deskpulse.alerting.rules.files")
    Path file;

    @Inject
    RuleBook book;

    @Inject
    Schema schema;

    /** A service with one file of rules. */
    public static final class WithAFile implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalStackResource.class, Map.of("database", "alerting")));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("rules", ".yaml");
                Files.writeString(file, FILE);
                file.toFile().deleteOnExit();
                return Map.of(
                        "deskpulse.alerting.rules.files",
                        file.toString(),
                        "deskpulse.alerting.rules.look-every",
                        "100ms");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void tablesAreThere() {
        await().until(schema::migrated);
    }

    @Test
    void ruleOfAFileIsInForceAndChangedNowhereElse() {
        json(TENANT)
                .get("/v1/rules")
                .then()
                .statusCode(200)
                .body("rules.rule.id", contains("bot-resolution"))
                .body("rules[0].file", equalTo(file.toString()));
        assertThat(book.enabled()).anyMatch(rule -> rule.tenant().equals(TENANT));

        yaml(TENANT)
                .body(SHORT)
                .post("/v1/rules")
                .then()
                .statusCode(409)
                .body("type", containsString("rule-in-file"))
                .body("detail", containsString(file.toString()));
        json(TENANT)
                .header("If-Match", "\"1\"")
                .delete("/v1/rules/bot-resolution")
                .then()
                .statusCode(409);
        yaml(TENANT)
                .body("rules: [{id: dead, condition: {type: always}}, {id: bot-resolution, condition: {type: always}}]")
                .post("/v1/rules:import")
                .then()
                .statusCode(409)
                .body("pointer", equalTo("/rules/1"));
        json(TENANT).get("/v1/rules/dead").then().statusCode(404);
    }

    @Test
    void fileThatBreaksLeavesItsRulesInForceAndIsToldByHealth() throws IOException {
        long before = book.revision();

        Files.writeString(file, FILE.replace("0.5", "50"));

        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'rule files' }.data.broken", equalTo(1)));
        assertThat(given().get("/q/metrics").asString()).contains("deskpulse_alerting_rule_files_broken 1.0");
        assertThat(book.enabled()).anyMatch(rule -> rule.tenant().equals(TENANT));
        assertThat(book.revision()).isEqualTo(before);

        Files.writeString(file, FILE.replace("0.5", "0.6"));
        await().until(() -> book.revision() > before);
        json(TENANT).get("/v1/rules/bot-resolution").then().body("rule.condition.limit", equalTo(0.6f));
        Files.writeString(file, FILE);
    }
}
