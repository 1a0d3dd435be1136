package io.deskpulse.survey.contact.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.DatabaseDump;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class ContactsResourceTest {
    private static final String BOTH =
            "{\"email\":\"zhang@contacts.example\",\"phone\":\"+8613812345678\",\"language\":\"zh-CN\"}";

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void contactIsKeptEncryptedAndShownMasked() {
        managing("keeping").body(BOTH).put("/v1/contacts/k-1").then().statusCode(200);

        managing("keeping")
                .get("/v1/contacts/k-1")
                .then()
                .statusCode(200)
                .body("email", equalTo("z***@contacts.example"))
                .body("phone", equalTo("+86***78"))
                .body("language", equalTo("zh-CN"));
        assertThat(DatabaseDump.of(dataSource).values())
                .noneMatch(table -> table.contains("zhang@") || table.contains("13812345678"));
    }

    @Test
    void contactIsReplacedWholeAndDeletedForGood() {
        managing("deleting").body(BOTH).put("/v1/contacts/k-1").then().statusCode(200);
        managing("deleting").body("{\"phone\":\"+4915112345678\"}").put("/v1/contacts/k-1");
        managing("deleting").get("/v1/contacts/k-1").then().body("email", nullValue());

        managing("deleting").delete("/v1/contacts/k-1").then().statusCode(204);

        managing("deleting").get("/v1/contacts/k-1").then().statusCode(404);
        assertThat(DatabaseDump.of(dataSource).get("contact")).doesNotContain("deleting");
        managing("deleting").delete("/v1/contacts/k-1").then().statusCode(204);
    }

    @Test
    void contactBelongsToItsTenantAndToManagers() {
        managing("owner").body(BOTH).put("/v1/contacts/k-1").then().statusCode(200);

        managing("stranger").get("/v1/contacts/k-1").then().statusCode(404);
        with("owner", "survey:answer").get("/v1/contacts/k-1").then().statusCode(403);
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotRepeated() {
        refused("{\"email\":\"secret-not-an-address\"}", "/email");
        refused("{\"email\":\"a@b.example\\nBcc: c@d.example\"}", "/email");
        refused("{\"phone\":\"013812345678\"}", "/phone");
        refused("{\"language\":\"zh-CN\"}", "");
        refused("{\"phone\":\"+8613812345678\",\"language\":\"not a tag\"}", "/language");
    }

    @Test
    void reportsMarkAddressesPersonsOrNobody() {
        report(
                        "{\"by\":\"email\",\"to\":\"gone@contacts.example\",\"kind\":\"hard\",\"reason\":\"550 gone@contacts.example unknown\"}")
                .then()
                .statusCode(200)
                .body("marked", equalTo(true));
        report("{\"by\":\"email\",\"to\":\"GONE@contacts.example\",\"kind\":\"hard\"}")
                .then()
                .statusCode(200);
        report("{\"by\":\"sms\",\"customer\":\"k-9\",\"kind\":\"complaint\"}")
                .then()
                .body("marked", equalTo(true));
        report("{\"by\":\"sms\",\"customer\":\"k-8\",\"kind\":\"soft\"}").then().body("marked", equalTo(false));
        report("{\"by\":\"email\",\"message\":\"<0193525b-3a6e-7c1f-9d5c-0f2f6e1b7a10@x>\",\"kind\":\"hard\"}")
                .then()
                .statusCode(404);
        report("{\"by\":\"email\",\"kind\":\"hard\"}").then().statusCode(400);

        Response listed = managing("reports").get("/v1/bounces?limit=1");
        listed.then().body("bounces", hasSize(1)).body("bounces[0].state", equalTo("unsubscribed"));
        managing("reports")
                .get("/v1/bounces?cursor=" + listed.path("next"))
                .then()
                .body("bounces", hasSize(1))
                .body("bounces[0].state", equalTo("unreachable"))
                .body("bounces[0].reason", equalTo("550 … unknown"))
                .body("next", nullValue());
    }

    private static Response report(String body) {
        return managing("reports").body(body).post("/v1/bounces");
    }

    private static void refused(String body, String pointer) {
        String answer = managing("refusing")
                .body(body)
                .put("/v1/contacts/k-1")
                .then()
                .statusCode(400)
                .body("pointer", equalTo(pointer))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("secret-not-an-address");
    }
}
