package io.deskpulse.alerting.receiver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.alerting.receiver.Making.make;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class AlertmanagerTest {
    private static final Path REAL = Path.of("/usr/bin/prometheus-alertmanager");

    @Inject
    SendNotifications sender;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void alertsArePushedAsPrometheusDoes() throws Exception {
        make(
                "am",
                "{\"kind\":\"alertmanager\",\"settings\":{\"url\":\"" + Servers.url("/am/")
                        + "\",\"validFor\":\"PT2H\"},\"secrets\":{\"authorization\":\"Bearer abc\"}}");
        Servers.web.stubFor(post("/am/api/v2/alerts").willReturn(aResponse().withStatus(200)));
        Instant before = Instant.now();

        sender.send(Telling.of("am", "n-1", Telling.firing("am", "a"), Telling.resolved("am", "b")));

        Servers.web.verify(
                postRequestedFor(urlEqualTo("/am/api/v2/alerts")).withHeader("Authorization", equalTo("Bearer abc")));
        JsonNode alerts = new ObjectMapper()
                .readTree(Servers.web
                        .findAll(postRequestedFor(urlEqualTo("/am/api/v2/alerts")))
                        .get(0)
                        .getBodyAsString());
        assertThat(alerts).hasSize(2);
        assertThat(alerts.at("/0/labels").toString())
                .isEqualTo(
                        "{\"tenant\":\"am\",\"alertname\":\"low-resolution\",\"severity\":\"critical\",\"variant\":\"a\"}");
        assertThat(alerts.at("/0/generatorURL").textValue()).isEqualTo("https://desk.example/console/alerts");
        assertThat(Instant.parse(alerts.at("/0/endsAt").textValue()))
                .isBetween(before.plusSeconds(7_190), before.plusSeconds(7_260));
        assertThat(alerts.at("/1/endsAt").textValue()).isEqualTo("2026-03-01T10:10:00Z");
    }

    @Test
    void realAlertmanagerShowsWhatFiresAndForgetsWhatEnded() throws Exception {
        assumeTrue(
                Files.isExecutable(REAL), "no Alertmanager here: install Debian's prometheus-alertmanager to run this");
        int port = Servers.alertmanagerPort;
        Process alertmanager = start(port);
        try {
            String api = "http://127.0.0.1:" + port + "/api/v2/alerts";
            Awaitility.await().ignoreExceptions().until(() -> given().get(api).statusCode() == 200);
            make("am-real", "{\"kind\":\"alertmanager\",\"settings\":{\"url\":\"http://127.0.0.1:" + port + "\"}}");
            Alert firing = now(Telling.firing("am-real", "值<1>"), null);

            assertThat(sender.send(Telling.of("am-real", "n-1", firing))).isEqualTo(new Outcome.Sent());
            assertThat(sender.send(Telling.of("am-real", "n-2", firing)))
                    .as("again")
                    .isEqualTo(new Outcome.Sent());

            Response shown = given().get(api);
            assertThat(shown.<List<Object>>path("$")).hasSize(1);
            assertThat(shown.<String>path("[0].labels.variant")).isEqualTo("值<1>");
            assertThat(shown.<String>path("[0].labels.tenant")).isEqualTo("am-real");
            assertThat(shown.<String>path("[0].status.state")).isEqualTo("active");
            assertThat(Instant.parse(shown.path("[0].endsAt")))
                    .isAfter(Instant.now().plus(Duration.ofHours(4)));

            Alert ended = now(Telling.resolved("am-real", "值<1>"), Instant.now());
            assertThat(sender.send(Telling.of("am-real", "n-3", ended))).isEqualTo(new Outcome.Sent());

            Awaitility.await()
                    .until(() -> given().get(api).<List<Object>>path("$").isEmpty());
        } finally {
            alertmanager.destroy();
        }
    }

    /** An Alertmanager drops what ended long ago. */
    private static Alert now(Alert alert, Instant ended) {
        return new Alert(
                alert.fingerprint(),
                alert.revision(),
                alert.last(),
                Instant.now().minusSeconds(60),
                Instant.now().minusSeconds(60),
                ended,
                null,
                Map.of());
    }

    private static Process start(int port) throws IOException {
        Path folder = Files.createTempDirectory("alertmanager");
        Path configuration = Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        return new ProcessBuilder(
                        REAL.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
