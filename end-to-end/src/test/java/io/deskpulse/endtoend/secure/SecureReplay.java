package io.deskpulse.endtoend.secure;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.Story;
import io.deskpulse.endtoend.deployment.MetricsClient;
import io.deskpulse.endtoend.deployment.MetricsClient.Question;
import io.deskpulse.endtoend.reference.Range;
import io.deskpulse.localstack.replay.ReplayCommand;
import io.deskpulse.localstack.replay.ReplayOptions;
import io.deskpulse.localstack.replay.ReplayTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A file with one conversation and one with its answer, replayed to all services ten minutes later. */
final class SecureReplay {
    private static final String TENANT = "secure-answers";

    private final SecureDeployment deployment;
    private final Instant then = Instant.now().minus(Duration.ofMinutes(10));

    SecureReplay(SecureDeployment deployment) {
        this.deployment = deployment;
    }

    /** Returns the exit code. */
    int run() throws IOException {
        Story story = new Story("/secure", then).about("c-1").started("channel", "web");
        story.at(1).customer().at(2).bot().at(3).resolved("bot");
        String answer = "{\"conversation\": \"c-1\", \"kind\": \"csat\", \"language\": \"en\", \"offeredAt\": \"%s\","
                + " \"value\": 5, \"answeredAt\": \"%s\"}";
        Path events = write(
                "events.ndjson", story.events().stream().map(JsonNode::toString).toList());
        Path answers = write("answers.ndjson", List.of(answer.formatted(then.plusSeconds(5), then.plusSeconds(9))));
        ReplayOptions options =
                new ReplayOptions(events, Optional.of(answers), TENANT, OptionalDouble.empty(), true, true);
        return new ReplayCommand(options, this::target).run();
    }

    /** The value of a metric over the hours around it. */
    double value(String metric) {
        Range range = new Range(
                then.minusSeconds(3600).toEpochMilli(), then.plusSeconds(3600).toEpochMilli());
        MetricsClient metrics =
                new MetricsClient(deployment.service("metrics").base(), deployment.token(TENANT, "metrics:read"));
        JsonNode answer =
                metrics.ask(List.of(new Question(metric, range, "total", ""))).get(0);
        return answer.at("/series/0/points/0/value").asDouble();
    }

    private ReplayTarget target() {
        return new ReplayTarget(
                TENANT,
                deployment.service("ingest").base(),
                deployment.token(TENANT, "ingest:write"),
                deployment.service("survey").base(),
                deployment.token(TENANT, "survey:answer", "survey:manage"),
                deployment.service("metrics").base(),
                deployment.token(TENANT, "metrics:read"));
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(deployment.folder().resolve(name), lines);
    }
}
