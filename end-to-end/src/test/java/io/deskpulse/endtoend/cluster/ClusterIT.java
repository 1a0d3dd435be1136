package io.deskpulse.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.Dataset;
import io.deskpulse.endtoend.Replay;
import io.deskpulse.endtoend.deployment.Answer;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.node.RedisCluster;
import io.deskpulse.localstack.node.RedisNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Kafka and Redis have copies of everything, any one of their nodes may be lost: numbers stay right, and nothing waits for people. */
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
        if (cluster != null) {
            cluster.close();
        }
    }

    /** A test that failed half-way leaves nodes dead. */
    @BeforeEach
    void bringBackWhatIsDown() {
        cluster.stack().kafka().bringBack();
        cluster.stack().redis().bringBack();
    }

    @Test
    void killingABrokerAndARedisPrimaryLosesAndDoublesNothing() throws IOException {
        Dataset dataset = Dataset.unruly(60);
        Replay replay = cluster.replay("nodes-killed");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        int quarter = batches.size() / 4;

        sendAll(replay, batches.subList(0, quarter));
        KafkaProcess broker = cluster.stack().kafka().leaderOf("interactions", PARTITION);
        broker.process().kill9();
        sendAll(replay, batches.subList(quarter, 2 * quarter));
        RedisNode primary = cluster.stack().redis().primaryOf(HEAD);
        primary.process().kill9();
        sendAll(replay, batches.subList(2 * quarter, 3 * quarter));
        replay.metrics().awaitCounted(Instant.now());
        broker.start();
        primary.start();
        sendAll(replay, batches.subList(3 * quarter, batches.size()));
        replay.finish(dataset.events());

        replay.assertSumsAre(dataset);
        assertEveryEventIsInTheTopic(dataset, replay);
        cluster.stack().redis().awaitWhole();
        cluster.stack().kafka().awaitAllInSync("interactions");
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

    @Test
    void slotsThatNobodyServesAreToldAndCountedLater() throws IOException {
        Dataset dataset = Dataset.unruly(62);
        Replay replay = cluster.replay("uncovered");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        int half = batches.size() / 2;
        sendAll(replay, batches.subList(0, half));
        RedisNode primary = cluster.stack().redis().primaryOf(HEAD);
        RedisNode replica = cluster.stack().redis().replicaOf(HEAD);

        replica.process().kill9();
        primary.process().kill9();
        sendAll(replay, batches.subList(half, batches.size()));
        await("readiness that says why").atMost(PATIENCE).untilAsserted(() -> {
            Answer health = new HttpCaller(cluster.metrics().get(0).base(), null).get("/q/health/ready");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body()).contains("partition ").containsPattern("Redis|CLUSTERDOWN");
        });
        primary.start();
        replica.start();
        replay.finish(dataset.events());

        replay.assertSumsAre(dataset);
        cluster.stack().redis().awaitWhole();
        cluster.awaitReady();
    }

    @Test
    void frozenPrimaryThatWakesAfterItsSuccessionWritesNothingThatCounts() throws IOException {
        Dataset dataset = Dataset.unruly(63);
        Replay replay = cluster.replay("frozen");
        List<List<JsonNode>> batches = dataset.batches(AT_ONCE);
        int third = batches.size() / 3;
        sendAll(replay, batches.subList(0, third));
        RedisNode primary = cluster.stack().redis().primaryOf(HEAD);
        RedisNode replica = cluster.stack().redis().replicaOf(HEAD);

        primary.process().freeze();
        sendAll(replay, batches.subList(third, 2 * third));
        await("the replica to take over")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cluster.stack().redis().primaryOf(HEAD).equals(replica));
        primary.process().resume();
        sendAll(replay, batches.subList(2 * third, batches.size()));
        replay.finish(dataset.events());

        replay.assertSumsAre(dataset);
        cluster.stack().redis().awaitWhole();
        assertAllStoresAgree(replay, dataset);
    }

    private static void sendAll(Replay replay, List<List<JsonNode>> batches) {
        batches.forEach(replay::send);
    }

    private static long positionAt(RedisNode node) throws IOException {
        return Long.parseLong(RedisCluster.fieldAt(node, HEAD, "position"));
    }

    private static void assertEveryEventIsInTheTopic(Dataset dataset, Replay replay) {
        assertThat(Log.idsOf(cluster.stack().kafka().bootstrapServers(), "interactions", replay.tenant()))
                .containsAll(dataset.ids());
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
