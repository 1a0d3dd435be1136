package io.deskpulse.survey.result.rest;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.result.Rows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export of more offers than anyone would hold in memory. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class LargeExportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 100_000;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void largeExportIsReadAsItIsTaken() throws Exception {
        String survey = large();

        // Whoever takes nothing has nothing read for him, beyond what buffers hold.
        double before = read();
        Socket slow = new Socket();
        slow.setReceiveBufferSize(8_192);
        slow.connect(new InetSocketAddress("localhost", RestAssured.port));
        slow.getOutputStream()
                .write(("GET /v1/surveys/" + survey
                                + "/answers.jsonl HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + TestTokens.token("large", "survey:manage") + "\r\n\r\n")
                        .getBytes(UTF_8));
        assertThat(slow.getInputStream().readNBytes(15)).asString(UTF_8).isEqualTo("HTTP/1.1 200 OK");
        double[] seen = {-1};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            boolean atRest = read() == seen[0];
            seen[0] = read();
            return atRest;
        });
        assertThat(read() - before).isBetween(1.0, MANY / 2.0);

        // Whoever leaves has the rest not read.
        slow.close();
        await().atMost(PATIENCE).until(() -> left() == 1);
        assertThat(read() - before).isLessThan(MANY / 2.0);

        // Whoever takes it gets all of it, each once.
        Set<String> offers = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream(survey, "jsonl"), UTF_8))) {
            lines.lines().forEach(line -> offers.add(line.substring(10, 46)));
        }
        assertThat(offers).hasSize(MANY);
        try (InputStream workbook = stream(survey, "xlsx");
                ReadableWorkbook read = new ReadableWorkbook(workbook)) {
            assertThat(read.getFirstSheet().openStream().count()).isEqualTo(MANY + 1);
        }
    }

    /** A survey with many offers, two thirds of them answered. */
    private static String large() {
        String survey = published("large", Definitions.afterChat());
        Answering.offered("large", survey, "c-0");
        Rows.change(
                """
                insert into offer (id, tenant, survey, version, conversation, channel, language, token, offered_at, expires_at)
                select gen_random_uuid(), tenant, survey, version, 'c-' || n, channel, language, token,
                       offered_at - n / 3 * interval '1 millisecond', expires_at
                from offer, generate_series(1, %d) n where survey = ?::uuid"""
                        .formatted(MANY - 1),
                survey);
        Rows.change(
                """
                insert into answer (offer, question, revision, answer, answered_at)
                select id, 'csat', 1, jsonb_build_object('value', 1 + abs(hashtext(conversation)) %% 5, 'comment', repeat('x', 200)), offered_at
                from offer where survey = ?::uuid and abs(hashtext(conversation)) %% 3 > 0"""
                        .replace("%%", "%"),
                survey);
        return survey;
    }

    private static InputStream stream(String survey, String format) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/surveys/"
                                        + survey + "/answers." + format))
                                .header("Authorization", "Bearer " + TestTokens.token("large", "survey:manage"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private double read() {
        Counter read = meters.find("deskpulse.survey.export.offers").counter();
        return read == null ? 0 : read.count();
    }

    private double left() {
        Counter left = meters.find("deskpulse.survey.exports")
                .tag("format", "jsonl")
                .tag("result", "left")
                .counter();
        return left == null ? 0 : left.count();
    }
}
