package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.localstack.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is killed or frozen while events come in, the numbers are the same in the end and nothing that was accepted is
 * lost. {@code -Ddeskpulse.chaos.rounds=N} does more rounds, {@code -Ddeskpulse.chaos.seed=N} begins with another seed.
 */
class ChaosIT {
    private static final int AT_ONCE = 50;
    private final Deployment deployment = Deployment.get();

    static LongStream seeds() {
        long first = Long.getLong("deskpulse.chaos.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("deskpulse.chaos.rounds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void killingAnythingChangesNoNumberAndLosesNoEvent(long seed) {
        Dataset dataset = Dataset.unruly(seed);
        Replay replay = new Replay("kills-" + seed);
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        Mishaps mishaps = Mishaps.killsDuring(batches.size(), seed, deployment);

        for (int i = 0; i < batches.size(); i++) {
            mishaps.happenBefore(i);
            replay.send(batches.get(i));
        }
        mishaps.awaitRecovery();
        replay.finish(dataset.events());

        replay.assertEverythingIs(dataset);
        assertThat(Log.idsOf(deployment, "interactions", replay.tenant())).containsAll(dataset.ids());
    }

    @Test
    void secondInstanceThatComesAndGoesChangesNoNumber() {
        Dataset dataset = Dataset.unruly(20);
        Replay replay = new Replay("rebalances");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);

        int quarter = batches.size() / 4;
        sendAll(replay, batches.subList(0, quarter));
        try (Service second = deployment.startStandby("second")) {
            sendAll(replay, batches.subList(quarter, 2 * quarter));
            second.process().kill9();
            sendAll(replay, batches.subList(2 * quarter, 3 * quarter));
            second.start();
        }
        sendAll(replay, batches.subList(3 * quarter, batches.size()));
        replay.finish(dataset.events());

        replay.assertSumsAre(dataset);
    }

    @Test
    void ownerThatWasFrozenAndWakesWritesNothing() {
        Dataset dataset = Dataset.unruly(21);
        Replay replay = new Replay("frozen");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        int third = batches.size() / 3;
        try (Service heir = deployment.startStandby("heir")) {
            sendAll(replay, batches.subList(0, third));
            deployment.metrics().process().freeze();
            try {
                sendAll(replay, batches.subList(third, 2 * third));
                // counted up to a moment after the freeze in every partition: the heir owns them all
                deployment.metricsOf(replay.tenant(), heir).awaitCounted(Instant.now());
            } finally {
                deployment.metrics().process().resume();
            }
            sendAll(replay, batches.subList(2 * third, batches.size()));
            replay.finish(dataset.events());

            replay.assertSumsAre(dataset);
        }
    }

    private static void sendAll(Replay replay, List<List<JsonNode>> batches) {
        batches.forEach(replay::send);
    }
}
