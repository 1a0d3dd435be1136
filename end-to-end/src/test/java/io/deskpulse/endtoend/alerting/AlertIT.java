package io.deskpulse.endtoend.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.localstack.alert.AlertTarget;
import io.deskpulse.localstack.alert.AlertTrial;
import io.deskpulse.localstack.alert.JsonApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Events in, pages out. */
class AlertIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deployment deployment = Deployment.get();

    @Test
    void aBotThatFailsPagesWithinTwoSecondsOfTheWatermarkAndItsRecoveryIsTold() {
        String tenant = "alert-bot";
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        AlertTarget target = new AlertTarget(
                tenant,
                new JsonApi(deployment.ingest().base(), deployment.token(tenant, "ingest:write")),
                alerting(tenant),
                deployment.stack().addresses().bootstrapServers());

        int exit = new AlertTrial(target, Clock.systemUTC(), new PrintStream(printed, true, UTF_8)).run();

        String told = printed.toString(UTF_8);
        System.out.println(told);
        assertThat(told).contains("Within 2 s: yes", "acknowledged by the link", "the alert is over");
        assertThat(exit).isZero();
    }

    @Test
    void theDeadMansSwitchFiresFromTheStartAndGoesOn() throws IOException {
        String tenant = "alert-always";
        try (Inbox inbox = new Inbox(1, 10)) {
            JsonApi api = alerting(tenant);
            JsonNode made = api.putNew(
                            "/v1/receivers/default",
                            JSON.readTree("{\"kind\": \"webhook\", \"settings\": {\"url\": \"" + inbox.url() + "\"}}"))
                    .good();
            inbox.trust(made.path("made").elements().next().asText());
            api.put(
                            "/v1/routing",
                            0,
                            JSON.readTree(
                                    """
                                    {"route": {"receiver": "default", "groupBy": ["alertname"],
                                               "groupWait": "0s", "groupInterval": "1s", "repeatInterval": "5s"}}"""))
                    .good();

            api.post("/v1/rules", JSON.readTree("{\"id\": \"alive\", \"condition\": {\"type\": \"always\"}}"))
                    .good();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> inbox.told().size() >= 3);
            assertThat(inbox.told()).extracting(Inbox.Told::status).containsOnly("firing");
            assertThat(inbox.forged()).isZero();
        }
    }

    private JsonApi alerting(String tenant) {
        return new JsonApi(deployment.alerting().base(), deployment.token(tenant, "alerts:manage"));
    }
}
