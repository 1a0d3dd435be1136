package io.deskpulse.metrics.partition.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.metrics.partition.MetricsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class KafkaLogTest {
    private final MetricsConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MetricsConfig.class)
            .build()
            .getConfigMapping(MetricsConfig.class);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void kafkaWhoseNameIsNotKnownIsNoReasonToStartTheServiceAnew() throws InterruptedException {
        KafkaLog log = new KafkaLog(new NamelessKafka(), config, null, null);
        long began = System.currentTimeMillis();

        log.start(null);
        await().atMost(Duration.ofSeconds(20)).until(() -> tries.get() >= 2);

        // the second try comes two seconds after the first
        assertThat(log.beatMillis()).isGreaterThan(began + 1_000);
        assertThat(log.trouble()).contains("No resolvable bootstrap urls");
        log.stop(null);
    }

    private final class NamelessKafka extends KafkaClients {
        private NamelessKafka() {
            super(Map.of(), config);
        }

        @Override
        Consumer<byte[], byte[]> consumer() {
            tries.incrementAndGet();
            throw new ConfigException("No resolvable bootstrap urls given in bootstrap.servers");
        }

        @Override
        Admin admin() {
            return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
        }
    }
}
