package io.deskpulse.alerting.alert.publishing;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.contracts.alert.AlertChanged;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class PublishChangesTest {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Decided bad = new Decided(tenant, "bot-b");

    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> kafka;

    private Fence fence;

    @BeforeEach
    void takeTheRight() {
        Awaitility.await().until(schema::migrated);
        fence = decisions.take("part-of-" + tenant);
    }

    @Test
    void tellsTheTopicEveryChangeInItsOrder() throws IOException {
        decisions.record(
                fence,
                List.of(bad.goes(NORMAL, PENDING, 1), bad.goes(PENDING, PENDING, 2), bad.goes(PENDING, FIRING, 3)));
        decisions.record(fence, List.of(bad.goes(FIRING, NORMAL, 4)));

        List<AlertChanged> told = told(3);

        assertThat(told)
                .extracting(AlertChanged::change)
                .containsExactly(AlertChanged.Kind.PENDING, AlertChanged.Kind.FIRED, AlertChanged.Kind.RESOLVED);
        assertThat(told).extracting(AlertChanged::revision).isSorted().doesNotHaveDuplicates();
        assertThat(told.get(2).resolvedAt()).isEqualTo("2026-03-01T10:04:00Z");
    }

    private List<AlertChanged> told(int count) throws IOException {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("auto.offset.reset", "earliest");
        List<AlertChanged> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor("alerts").stream()
                    .map(info -> new TopicPartition("alerts", info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Awaitility.await().until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(tenant + "/" + bad.fingerprint())) {
                        told.add(new ObjectMapper().readValue(record.value(), AlertChanged.class));
                    }
                }
                return told.size() >= count;
            });
        }
        return told;
    }
}
