package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Requests;
import io.deskpulse.survey.result.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers with their answers, as a list and as files. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class AnsweredOffersResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void csvHasOneLineAnOfferWithStableColumns() {
        String survey = published("csv", Definitions.afterChat());
        Answering offer = Answering.offered("csv", survey, "c-1");
        offer.answer("csat", "{\"value\":2,\"comment\":\"=cmd()\"}");
        offer.answer("why", "{\"text\":\"slow, \\\"very\\\"\"}");
        offer.answer("quality", "{\"values\":{\"speed\":1}}");
        offer.answer("reason", "{\"options\":[\"price\",\"other\"]}");
        Answering.offered("csv", survey, "c-2");
        Rows.change("update offer set offered_at = '2026-03-01T17:00:00Z' where id = ?::uuid", offer.id());

        Response file = export("csv", survey, "answers.csv?zone=Asia/Shanghai");

        file.then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"survey-" + survey + "-answers.csv\"");
        String csv = new String(file.asByteArray(), UTF_8);
        assertThat(csv).startsWith("\ufeffoffer,version,zone,offeredAt,");
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .endsWith(
                        "answers.csat,answers.csat.comment,answers.why,answers.quality.speed,answers.quality.attitude,answers.reason");
        assertThat(lines[1])
                .startsWith(offer.id() + ",1,Asia/Shanghai,2026-03-02 01:00:00,")
                .endsWith("2,'=cmd(),\"slow, \"\"very\"\"\",1,,price;other");
        assertThat(lines[2]).endsWith(",,,,,");
    }

    @Test
    void headingsAndOptionsAreReadInTheLanguageAskedFor() {
        String survey = published("spoken", Definitions.afterChat());
        Answering.offered("spoken", survey, "c-1").answer("reason", "{\"options\":[\"price\"]}");

        String csv = new String(
                export("spoken", survey, "answers.csv?language=zh-CN").asByteArray(), UTF_8);

        assertThat(csv)
                .contains("邀请时间")
                .contains("满意吗？ (csat)")
                .contains("Rate: Speed (quality.speed)")
                .contains(",Price\r\n");
    }

    @Test
    void linesOfJsonSayTheSame() {
        String survey = published("jsonl", Definitions.afterChat());
        Answering.offered("jsonl", survey, "c-1").answer("csat", "{\"value\":4,\"comment\":\"好\"}");

        Response file = export("jsonl", survey, "answers.jsonl?zone=Asia/Shanghai");

        String line = new String(file.asByteArray(), UTF_8);
        assertThat(line)
                .endsWith("\n")
                .contains("\"answers\":{\"csat\":{\"value\":4,\"comment\":\"好\"}}")
                .contains("+08:00\"");
    }

    @Test
    void workbookHasTextsThatAreNoFormulas() throws IOException {
        String survey = published("xlsx", Definitions.afterChat());
        Answering.offered("xlsx", survey, "c-1").answer("csat", "{\"value\":4,\"comment\":\"=1+1 \\u0001好\"}");

        byte[] file = export("xlsx", survey, "answers.xlsx?zone=Asia/Shanghai").asByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getCellText(20)).isEqualTo("answers.csat");
            assertThat(rows.get(1).getCell(20).asNumber().intValue()).isEqualTo(4);
            assertThat(rows.get(1).getCell(21).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(21).asString()).isEqualTo("=1+1 好");
            assertThat(rows.get(1).getCell(3).asDate()).isNotNull();
        }
    }

    @Test
    void listGoesOnWhereItEndedAndTellsEachOfferOnce() {
        String survey = published("listed", Definitions.afterChat());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, Answering.offered("listed", survey, "c-" + i).id());
        }
        // Some of the same moment.
        Rows.change(
                "update offer set offered_at = '2026-03-01T17:00:00.123456Z' where survey = ?::uuid and conversation <> 'c-4'",
                survey);

        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response part = managing("listed").get("/v1/surveys/" + survey + "/answers?limit=2" + cursor);
            part.then().statusCode(200);
            found.addAll(part.path("offers.offer"));
            cursor = part.path("next") == null ? null : "&cursor=" + part.path("next");
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(made).startsWith(made.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "answers.csv", "answers.jsonl", "answers.xlsx"})
    void othersSeeNothing(String file) {
        String survey = published("mine", Definitions.afterChat());

        managing("yours").get("/v1/surveys/" + survey + "/" + file).then().statusCode(404);
        Requests.with("mine", "metrics:read")
                .get("/v1/surveys/" + survey + "/" + file)
                .then()
                .statusCode(403);
    }

    @Test
    void parameterThatCannotBeUsedIsNamed() {
        String survey = published("named", Definitions.afterChat());

        for (String fault : List.of(
                "answers.csv?zone=Mars#zone",
                "answers.csv?language=%2F#language",
                "answers?limit=0#limit",
                "answers?cursor=x#cursor")) {
            String[] parts = fault.split("#");
            managing("named")
                    .get("/v1/surveys/" + survey + "/" + parts[0])
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(parts[1]));
        }
    }

    @Test
    void draftHasAnEmptyFile() {
        String survey = Requests.draft("draft", Definitions.afterChat());

        assertThat(new String(export("draft", survey, "answers.csv").asByteArray(), UTF_8).split("\r\n"))
                .hasSize(1);
        managing("draft").get("/v1/surveys/" + survey + "/answers").then().body("offers.size()", equalTo(0));
    }

    private static Response export(String tenant, String survey, String file) {
        return managing(tenant).get("/v1/surveys/" + survey + "/" + file);
    }
}
