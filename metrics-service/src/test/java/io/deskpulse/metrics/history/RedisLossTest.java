package io.deskpulse.metrics.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.reconciliation.Range;
import io.deskpulse.metrics.reconciliation.Reconciliation;
import io.deskpulse.metrics.reconciliation.Report;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service as it runs, and a Redis that loses everything while events come in. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RedisLossTest {
    private static final int PARTITIONS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant BEGAN =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);

    @Inject
    RedisDataSource redis;

    @Inject
    Pool postgres;

    @Inject
    Reconciliation reconciliation;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final EventReader reader = EventReader.forLog();
    private final String tenant = "loss-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void numbersAreTheSameAfterRedisLostEverythingInTheMiddle() {
        try (KafkaProducer<byte[], byte[]> log = producer()) {
            // Given conversations that are counted and saved, and some that are only counted
            tell(log, 0, 400);
            awaitCounted();
            awaitSaved();
            tell(log, 400, 600);
            awaitCounted();

            // When Redis loses everything, while more come in
            redis.execute("FLUSHALL");
            tell(log, 600, 1_000);
            awaitCounted();

            // Then every conversation is counted once, in Redis and at last in Postgres
            Report report = compare();
            assertThat(report.redis().differences()).isEmpty();
            assertThat(report.events()).isEqualTo(1_000 * 3);
            assertThat(startedTotal()).isEqualTo(1_000);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(compare())
                    .matches(Report::agrees, "agrees")
                    .extracting(Report::postgres)
                    .matches(saved -> saved.behind() == 0 && saved.cells() > 0, "all saved and compared"));
        }
    }

    private Report compare() {
        Range range = Range.covering(
                BEGAN.toEpochMilli(), BEGAN.plus(2, ChronoUnit.HOURS).toEpochMilli());
        return reconciliation.compare(tenant, range).orElseThrow();
    }

    /** Every conversation has one start in the two hours, whatever partition it is in. */
    private long startedTotal() {
        return redis.key().keys("{*}:g1:b:" + tenant + ":d:*:total:conversations_started").stream()
                .mapToLong(this::onlyCount)
                .sum();
    }

    private long onlyCount(String key) {
        Series series = SeriesCodec.decode(
                Shape.COUNT,
                Granularity.DAY.slots(),
                redis.hash(String.class, String.class, byte[].class).hget(key, ""));
        return IntStream.range(0, series.slots()).mapToLong(series::count).sum();
    }

    private void tell(KafkaProducer<byte[], byte[]> log, int from, int to) {
        for (int i = from; i < to; i++) {
            Instant at = BEGAN.plusSeconds(i * 7L);
            send(log, i, "started", at, "{\"channel\":\"chat\",\"variant\":\"v" + i % 3 + "\"}");
            send(log, i, "message", at.plusSeconds(3), "{\"from\":\"customer\",\"text\":\"hello\"}");
            send(log, i, "message", at.plusSeconds(5), "{\"from\":\"bot\",\"text\":\"hi\"}");
        }
        log.flush();
    }

    private void send(KafkaProducer<byte[], byte[]> log, int conversation, String type, Instant at, String data) {
        String json = String.format(
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/test\",\"type\":\"conversation.%s\","
                        + "\"subject\":\"c%d\",\"time\":\"%s\",\"data\":%s}",
                conversation + "-" + at.toEpochMilli(), type, conversation, at, data);
        byte[] bytes = json.getBytes(UTF_8);
        long now = System.currentTimeMillis();
        Reading.Read read = (Reading.Read) reader.readStructured(bytes, 0, bytes.length, tenant, now);
        byte[] value = Arrays.copyOfRange(bytes, read.dataOffset(), read.dataOffset() + read.dataLength());
        log.send(KafkaEvents.record("interactions", read.event(), value, now));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void awaitCounted() {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition("interactions", partition))
                .toList();
        try (KafkaConsumer<byte[], byte[]> log = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = log.endOffsets(partitions);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ends)
                    .allSatisfy((partition, end) ->
                            assertThat(position(partition.partition())).isEqualTo(end)));
        }
    }

    private long position(int partition) {
        String position = redis.hash(String.class).hget(Keys.of(partition, 1).head(), "position");
        return position == null ? -1 : Long.parseLong(position);
    }

    private void awaitSaved() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var rows = postgres.query("select partition, position from partition_save where generation = 1"
                            + " and partition < " + PARTITIONS)
                    .execute()
                    .await()
                    .indefinitely();
            for (var row : rows) {
                assertThat(row.getLong(1)).isEqualTo(position(row.getInteger(0)));
            }
            assertThat(rows.size()).isEqualTo(PARTITIONS);
        });
    }
}
