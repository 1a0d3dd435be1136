package io.deskpulse.alerting.alert.stream.rest;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class AlertStreamResourceTest {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Decided bad = new Decided(tenant, "bot-b");
    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/v1/alerts/stream")
    URI address;

    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    private Fence fence;

    @BeforeEach
    void takeTheRight() {
        Awaitility.await().until(schema::migrated);
        fence = decisions.take("part-of-" + tenant);
    }

    @Test
    void goesOnWhereAListenerWasInterruptedAndShowsNothingOfOthers() throws Exception {
        Decided other = new Decided("t-" + UUID.randomUUID(), "other");
        decisions.record(fence, List.of(other.goes(NORMAL, FIRING, 1), bad.goes(NORMAL, FIRING, 1)));
        String first = events("0", 1).get(0);

        decisions.record(fence, List.of(bad.goes(FIRING, NORMAL, 2)));

        assertThat(first).contains("event:fired", bad.fingerprint());
        String id =
                first.lines().filter(line -> line.startsWith("id:")).findFirst().orElseThrow();
        List<String> rest = events(id.substring(3).strip(), 1);
        assertThat(rest.get(0)).contains("event:resolved", "\"state\":\"normal\"");
    }

    @Test
    void answersAListenerThatMakesUpAnIdWithAProblem() throws Exception {
        assertThat(open("yesterday").statusCode()).isEqualTo(400);
    }

    /** The first events after an id, each as its lines. */
    private List<String> events(String after, int count) throws IOException, InterruptedException {
        List<String> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(after).body(), StandardCharsets.UTF_8))) {
            StringBuilder event = new StringBuilder();
            while (events.size() < count) {
                String line = lines.readLine();
                if (!line.isEmpty()) {
                    event.append(line).append('\n');
                } else if (event.indexOf("data:") >= 0) {
                    events.add(event.toString());
                    event.setLength(0);
                } else {
                    event.setLength(0);
                }
            }
        }
        return events;
    }

    private HttpResponse<InputStream> open(String after) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestTokens.token(tenant, "alerts:manage"))
                .header("Last-Event-ID", after)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
}
