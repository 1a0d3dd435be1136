package io.deskpulse.ingest.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A probe of its own beside that of the service, on a real Kafka. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class KafkaProbeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> connection;

    @Test
    void nameThatNobodyKnowsYetEndsNoStartAndIsToldAsTheReason() {
        KafkaSettings settings = settings("1s");
        Map<String, Object> unknown = new HashMap<>(connection);
        unknown.put("bootstrap.servers", "kafka.invalid:9092");
        KafkaProducing kafka = new KafkaProducing(unknown, settings);
        KafkaState state = new KafkaState(Clock.systemUTC());
        KafkaProbe probe = new KafkaProbe(kafka, settings, state);
        try {
            probe.start();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state.away().orElse("")).contains("No resolvable bootstrap urls"));
        } finally {
            probe.stop();
            kafka.close();
        }
    }

    @Test
    void instanceThatStartsIsReadyAsSoonAsItsProducerKnowsTheTopicHoweverSeldomKafkaIsAsked() {
        KafkaSettings seldom = settings("1h");
        KafkaProducing kafka = new KafkaProducing(connection, seldom);
        KafkaState state = new KafkaState(Clock.systemUTC());
        KafkaProbe probe = new KafkaProbe(kafka, seldom, state);
        try {
            probe.start();

            await().atMost(PATIENCE).until(() -> state.trouble().isEmpty());
        } finally {
            probe.stop();
            kafka.close();
        }
    }

    private static KafkaSettings settings(String probeEvery) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(KafkaSettings.class)
                .withDefaultValue("deskpulse.ingest.kafka.probe-every", probeEvery)
                .build()
                .getConfigMapping(KafkaSettings.class);
    }
}
