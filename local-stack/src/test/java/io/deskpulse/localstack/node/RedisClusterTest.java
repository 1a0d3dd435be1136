package io.deskpulse.localstack.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisClusterTest {
    private static final String KEY = "{3}:head";

    private RedisCluster cluster;

    @BeforeEach
    void start(@TempDir Path folder) {
        cluster = RedisCluster.in(folder, folder.resolve("logs")).start();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void clusterThatWasStoppedIsTheSameAfterItsNextStart() throws IOException {
        var primary = cluster.primaryOf(KEY);
        RedisTalk.ask(primary.port(), "HSET", KEY, "position", "7");
        RedisTalk.ask(primary.port(), "WAIT", "1", "5000");

        cluster.close();
        cluster.start();

        assertThat(RedisCluster.fieldAt(cluster.primaryOf(KEY), KEY, "position"))
                .isEqualTo("7");
        assertThat(RedisCluster.fieldAt(cluster.replicaOf(KEY), KEY, "position"))
                .isEqualTo("7");
    }

    @Test
    void replicaThatWasCutOffTakesOverWithWhatItHad() throws IOException {
        var primary = cluster.primaryOf(KEY);
        var replica = cluster.replicaOf(KEY);
        RedisTalk.ask(primary.port(), "HSET", KEY, "position", "7");
        RedisTalk.ask(primary.port(), "WAIT", "1", "5000");

        RedisCluster.cutOffReplicas(primary);
        RedisTalk.ask(primary.port(), "HSET", KEY, "position", "8");
        primary.process().kill9();

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> cluster.primaryOf(KEY)
                .equals(replica));
        assertThat(RedisCluster.fieldAt(replica, KEY, "position")).isEqualTo("7");
        primary.start();
        cluster.awaitWhole();
        assertThat(RedisCluster.fieldAt(primary, KEY, "position")).isEqualTo("7");
    }
}
