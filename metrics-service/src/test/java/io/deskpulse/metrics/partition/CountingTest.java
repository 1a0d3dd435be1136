package io.deskpulse.metrics.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.metrics.cell.Split;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

/** The whole service on real Kafka and Redis. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CountingTest {

    @Inject
    Producer<byte[], byte[]> producer;

    @Inject
    RedisDataSource redis;

    private final Desk desk = new Desk();

    @Test
    void conversationsAreCountedInEverySplitAndGranularity() {
        // When
        for (int i = 0; i < 30; i++) {
            send(desk.conversation("c" + i, i % 3 == 0 ? "email" : "web", i * 60_000L));
        }

        // Then
        Counters counters = new Counters(redis);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(counters.count(desk.tenant, Measure.CONVERSATIONS_CLOSED))
                        .isEqualTo(30));
        for (Split split : Split.ALL) {
            for (Granularity granularity : Granularity.values()) {
                assertThat(counters.of(desk.tenant, Measure.MESSAGES_BOT, granularity, split).count)
                        .as("%s %s", split, granularity)
                        .isEqualTo(30);
                assertThat(counters.of(desk.tenant, Measure.FIRST_RESPONSE_TIME, granularity, split).sum)
                        .isEqualTo(300_000);
            }
        }
    }

    private void send(List<Event> events) {
        events.forEach(this::send);
    }

    private void send(Event event) {
        producer.send(KafkaEvents.record("interactions", event, Json.of(event), System.currentTimeMillis()));
    }
}
