package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.endtoend.deployment.IngestClient;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.localstack.service.Service;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An ingest-service that is asked to stop in the middle of its work loses nothing that it answered for. */
class GracefulStopIT {
    private static final String TENANT = "leaving";
    private static final int CALLERS = 4;
    private static final int AT_ONCE = 50;
    private static final int ENOUGH = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final Deployment deployment = Deployment.get();
    private final Service leaving = deployment.startIngest("leaving");
    private final IngestClient client = deployment.ingestOf(TENANT, leaving);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Answer> strange = new ConcurrentLinkedQueue<>();
    private final List<Boolean> ready = new ArrayList<>();

    @AfterEach
    void end() {
        callers.shutdownNow();
        leaving.close();
    }

    @Test
    void everythingAcceptedIsInKafkaAndNobodyIsSentThereAnyMore() throws InterruptedException {
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "caller-" + caller;
            callers.execute(() -> postUntilGone(name));
        }
        callers.execute(this::probeUntilGone);
        await("load").atMost(Duration.ofSeconds(30)).until(() -> accepted.size() > ENOUGH);
        Instant asked = Instant.now();

        leaving.process().stop(LIMIT.multipliedBy(2));

        assertThat(Duration.between(asked, Instant.now())).isLessThan(LIMIT);
        assertThat(leaving.process().exitCode().orElseThrow())
                .as("exit code; 137 is a kill")
                .isIn(0, 143);
        callers.shutdown();
        assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(strange).isEmpty();
        assertThat(ready).startsWith(true).endsWith(false);
        assertThat(ready.subList(ready.indexOf(false), ready.size())).containsOnly(false);
        assertThat(Log.idsOf(deployment, "interactions", TENANT)).containsAll(accepted);
    }

    /** Posts batches, and notes what was accepted, until there is no answer any more. */
    private void postUntilGone(String name) {
        for (int batch = 0; ; batch++) {
            List<JsonNode> events = batch(name + "-" + batch);
            Answer answer;
            try {
                answer = client.post(events);
            } catch (UncheckedIOException gone) {
                return;
            }
            if (answer.status() == 200) {
                note(events, answer.json().get("results"));
            } else if (answer.status() != 503) {
                strange.add(answer);
            }
        }
    }

    private void note(List<JsonNode> events, JsonNode results) {
        for (int i = 0; i < events.size(); i++) {
            if (results.path(i).path("status").asText().equals("accepted")) {
                accepted.add(events.get(i).get("source").asText() + " "
                        + events.get(i).get("id").asText());
            }
        }
    }

    /** Does what a load balancer does; no answer is a no. */
    private void probeUntilGone() {
        HttpCaller probe = new HttpCaller(leaving.base(), null);
        while (leaving.process().alive()) {
            try {
                ready.add(probe.get("/q/health/ready").status() == 200);
            } catch (UncheckedIOException gone) {
                ready.add(false);
            }
        }
        ready.add(false);
    }

    private static List<JsonNode> batch(String name) {
        Story story = new Story("/" + name, Instant.now().minusSeconds(60)).about(name);
        for (int i = 0; i < AT_ONCE; i++) {
            story.customer();
        }
        return story.events();
    }
}
