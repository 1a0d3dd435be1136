package io.deskpulse.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.Dataset;
import io.deskpulse.endtoend.Replay;
import io.deskpulse.localstack.node.RedisCluster;
import io.deskpulse.localstack.node.RedisNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where Redis has a copy of everything, the replica that takes over may lack what was last written: numbers stay right. */
class ClusterIT {
    private static final int AT_ONCE = 50;
    private static final int PARTITION = 0;
    private static final String HEAD = "{" + PARTITION + "}:g1:head";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static ClusterDeployment cluster;

    @BeforeAll
    static void start() {
        cluster = ClusterDeployment.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void promotedReplicaThatLagsBehindTakesPositionAndCountersBackTogether() throws Exception {
        Dataset dataset = Dataset.unruly(61);
        Replay replay = cluster.replay("rolled-back");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        int third = batches.size() / 3;
        sendAll(replay, batches.subList(0, third));
        replay.metrics().awaitCounted(Instant.now());
        RedisNode primary = cluster.stack().redis().primaryOf(HEAD);
        RedisNode replica = cluster.stack().redis().replicaOf(HEAD);

        RedisCluster.cutOffReplicas(primary);
        sendAll(replay, batches.subList(third, 2 * third));
        replay.metrics().awaitCounted(Instant.now());
        long counted = positionAt(primary);
        await("Postgres to hold what the replica lacks")
                .atMost(PATIENCE)
                .until(() -> cluster.savedPosition(PARTITION) >= counted);
        assertThat(positionAt(replica)).as("what the replica has").isLessThan(counted);
        primary.process().kill9();
        sendAll(replay, batches.subList(2 * third, batches.size()));
        replay.finish(dataset.events());

        assertThat(cluster.stack().redis().primaryOf(HEAD)).isEqualTo(replica);
        replay.assertSumsAre(dataset);
        primary.start();
        cluster.stack().redis().awaitWhole();
        assertAllStoresAgree(replay, dataset);
    }

    private static void sendAll(Replay replay, List<List<JsonNode>> batches) {
        batches.forEach(replay::send);
    }

    private static long positionAt(RedisNode node) throws IOException {
        return Long.parseLong(RedisCluster.fieldAt(node, HEAD, "position"));
    }

    /** Redis, Postgres and a recount of the log, once Postgres has followed. */
    private static void assertAllStoresAgree(Replay replay, Dataset dataset) {
        await("stores that agree").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode report = replay.reconcile(dataset.days());
            assertThat(report.get("agrees").asBoolean()).as("%s", report).isTrue();
            assertThat(report.at("/postgres/cells").asLong())
                    .isEqualTo(report.at("/redis/cells").asLong())
                    .isPositive();
        });
    }
}
