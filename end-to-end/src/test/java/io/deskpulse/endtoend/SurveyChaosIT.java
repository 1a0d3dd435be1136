package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.endtoend.reference.Range;
import io.deskpulse.endtoend.reference.Recount;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.replay.ReplayCommand;
import io.deskpulse.localstack.replay.ReplayOptions;
import io.deskpulse.localstack.replay.ReplayTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The survey-service, and Kafka, are killed again and again while people answer: each answer counts, and counts once. */
class SurveyChaosIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "survey-kills";
    private static final long SEED = 5;
    private static final int OFFERS_OF_OTHERS = 600;

    private final Deployment deployment = Deployment.get();
    private final Random random = new Random(SEED);

    @Test
    void killingTheServiceLosesAndDoublesNoAnswer(@TempDir Path folder) throws Exception {
        Dataset desk = Dataset.unruly(SEED);
        List<JsonNode> offers = offers(desk);
        ReplayCommand people = new ReplayCommand(options(folder, desk.events(), offers), this::target);
        deployment.survey().awaitReady();

        CompletableFuture<Integer> answering = CompletableFuture.supplyAsync(people::run);
        int kills = 0;
        while (!answering.isDone()) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2_000));
            if (kills < 6 && !answering.isDone()) {
                kills++;
                restart(
                        kills == 3
                                ? deployment.stack().kafka().process()
                                : deployment.survey().process());
            }
        }

        assertThat(kills).as("kills, seed " + SEED).isGreaterThanOrEqualTo(3);
        assertThat(answering.get()).as("exit code").isZero();
        new Comparison(deployment.metricsOf(TENANT), Recount.of(desk.events(), offers), withTheDayAfter(desk.days()))
                .inTotal()
                .byEachDimension()
                .assertNoDifference();
        assertThat(Log.idsOf(deployment, "interactions", TENANT))
                .as("offers told")
                .filteredOn(id -> id.endsWith(":offered"))
                .hasSize(offers.size());
    }

    private static void restart(ServiceProcess process) {
        process.kill9();
        process.start();
    }

    /** For each conversation of the desk, and for others that nothing else is known of. */
    private List<JsonNode> offers(Dataset desk) {
        List<String> conversations = new ArrayList<>(desk.events().stream()
                .filter(event -> event.get("type").asText().equals("conversation.started"))
                .map(event -> event.get("subject").asText())
                .distinct()
                .toList());
        for (int i = 0; i < OFFERS_OF_OTHERS; i++) {
            conversations.add("elsewhere-" + i);
        }
        Instant after = Instant.ofEpochMilli(desk.days().to());
        return conversations.stream()
                .map(conversation -> offer(conversation, after.plusSeconds(random.nextInt(7_200))))
                .toList();
    }

    private JsonNode offer(String conversation, Instant offeredAt) {
        ObjectNode offer = JSON.createObjectNode()
                .put("conversation", conversation)
                .put("kind", "csat")
                .put("language", "en")
                .put("offeredAt", offeredAt.toString());
        boolean answered = random.nextInt(10) < 7;
        offer.put("value", answered ? Integer.valueOf(1 + random.nextInt(5)) : null);
        offer.put("answeredAt", answered ? offeredAt.plusSeconds(90).toString() : null);
        return offer;
    }

    private static Range withTheDayAfter(Range days) {
        return new Range(days.from(), days.to() + Duration.ofDays(1).toMillis());
    }

    private static ReplayOptions options(Path folder, List<JsonNode> events, List<JsonNode> offers) throws IOException {
        Path eventsFile = Files.write(
                folder.resolve("events.ndjson"),
                events.stream().map(JsonNode::toString).toList());
        Path answersFile = Files.write(
                folder.resolve("answers.ndjson"),
                offers.stream().map(JsonNode::toString).toList());
        return new ReplayOptions(eventsFile, Optional.of(answersFile), TENANT, OptionalDouble.empty(), true, true);
    }

    private ReplayTarget target() {
        return new ReplayTarget(
                TENANT,
                deployment.ingest().base(),
                deployment.token(TENANT, "ingest:write"),
                deployment.survey().base(),
                deployment.token(TENANT, "survey:answer", "survey:manage"),
                deployment.metrics().base(),
                deployment.token(TENANT, "metrics:read"));
    }
}
