package io.deskpulse.metrics.partition;

import static io.deskpulse.metrics.partition.PlayedPartition.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.measurement.CountedUntil;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.partition.PlayedPartition.Playing;
import io.deskpulse.metrics.publishing.Sent;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What owners send to others of what they have counted. */
class OwnerSendsTest {
    private final PlayedPartition partition = new PlayedPartition();

    @Test
    void everyJourneyIsSentAndThenTakenOutOfTheOutbox() {
        // Given
        partition.log.append(partition.interleaved(10, new Random(5)), NOW);
        partition.sent.away = true;
        Playing playing = partition.owner(100);
        partition.run(playing);
        assertThat(partition
                        .redis
                        .send(Command.ZCARD, partition.keys.journeys())
                        .toInteger())
                .isEqualTo(10);

        // When
        partition.sent.away = false;
        for (int i = 0; i < 10; i++) {
            partition.now += 1_000;
            partition.run(playing);
        }

        // Then
        assertThat(partition
                        .redis
                        .send(Command.ZCARD, partition.keys.journeys())
                        .toInteger())
                .isZero();
        assertThat(partition.sent.to("journeys").stream().map(Sent.Message::key).distinct())
                .hasSize(10)
                .allMatch(key -> key.startsWith(partition.desk.tenant + ":c"));
    }

    @Test
    void theLastMeasurementOfACellHoldsAllOfIt() {
        // Given
        partition.log.append(partition.interleaved(6, new Random(8)), NOW);
        Playing playing = partition.owner(3);

        // When
        partition.run(playing);
        partition.now += 60_000;
        partition.run(playing);

        // Then
        assertThat(partition.redis.send(Command.ZCARD, partition.keys.dirty()).toInteger())
                .isZero();
        List<String> totals = partition.sent.to("measurements").stream()
                .map(Sent.Message::value)
                .filter(json -> json.contains("\"granularity\":\"day\"") && json.contains("\"dimensions\":{}"))
                .toList();
        assertThat(totals.get(totals.size() - 1)).contains("\"conversations_closed\":{\"count\":6}");
    }

    @Test
    void howFarCountingHasComeIsToldOnlyAfterTheMinutesOfThat() {
        // Given
        partition.log.append(partition.interleaved(6, new Random(8)), NOW);
        partition.sent.away = true;
        Playing playing = partition.owner(100);
        partition.run(playing);
        List<Sent.Message> whileAway = partition.sent.to("measurements");

        // When
        partition.sent.away = false;
        partition.now += 60_000;
        partition.run(playing);

        // Then
        assertThat(whileAway).isEmpty();
        List<String> values = partition.sent.to("measurements").stream()
                .map(Sent.Message::value)
                .toList();
        CountedUntil last =
                CountedUntil.in(values.get(values.size() - 1).getBytes(UTF_8)).orElseThrow();
        assertThat(last).isEqualTo(new CountedUntil(partition.head("watermark"), partition.keys.partition(), 12, 1));
        assertThat(values.get(0)).contains("\"granularity\"");
    }

    @Test
    void whatIsSentOfATenantFollowsFromItsLastTracedEvent() {
        // Given three records, of which one is traced, and one whose caller traces nothing
        partition.tracing = new Tracing(SdkTracerProvider.builder()
                .setSampler(Sampler.alwaysOn())
                .build()
                .get("test"));
        partition.log.append(partition.desk.conversation("a", "web", 0), NOW);
        partition.log.trace(0, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        partition.log.trace(1, "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");

        // When
        Playing playing = partition.owner(100);
        partition.run(playing);
        List<String> first = traces();
        partition.sent.messages.clear();
        partition.log.append(partition.desk.conversation("b", "web", 0), NOW);
        partition.run(playing);

        // Then
        assertThat(first).isNotEmpty().allSatisfy(trace -> assertThat(trace)
                .contains("0af7651916cd43dd8448eb211c80319c"));
        assertThat(partition.sent.to("measurements")).isNotEmpty();
        assertThat(traces()).isEmpty();
    }

    private List<String> traces() {
        return partition.sent.to("measurements").stream()
                .map(Sent.Message::traceparent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
