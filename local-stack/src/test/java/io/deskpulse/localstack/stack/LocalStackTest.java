package io.deskpulse.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.localstack.node.KafkaProcess;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {

    private LocalStack<KafkaProcess> stack;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = LocalStack.ofProcesses(StackPlan.forTests(folder, 3), "512m").start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void everyTopicHasThePartitionsAskedFor() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            var topics = admin.describeTopics(Topics.names()).allTopicNames().get(10, TimeUnit.SECONDS);

            assertThat(topics).hasSize(5).allSatisfy((name, topic) -> assertThat(topic.partitions())
                    .hasSize(3));
        }
    }

    @Test
    void everyServiceWithTablesOwnsADatabase() throws SQLException {
        for (var database : List.of("metrics", "survey", "alerting")) {
            try (var connection = DriverManager.getConnection(stack.addresses().jdbcUrl(database), database, database);
                    var statement = connection.createStatement()) {
                assertThat(statement.execute("CREATE TABLE mine (id int)")).isFalse();
            }
        }
    }

    @Test
    void serviceItselfMayMakeNoTable() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        stack.addresses().jdbcUrl("survey"), "survey-service", "survey-service");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE theirs (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy", "gzip"})
    void kafkaTakesEveryCompression(String compression) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stack.bootstrapServers(), "acks", "all", "compression.type", compression);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var written = producer.send(new ProducerRecord<>("journeys", 0, "key", "x".repeat(1_000)));

            assertThat(written.get(20, TimeUnit.SECONDS).hasOffset()).isTrue();
        }
    }

    @Test
    void whatKafkaAcknowledgedSurvivesAKill() throws Exception {
        var record = new ProducerRecord<>("interactions", 1, "key", "acknowledged");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get(10, TimeUnit.SECONDS);
        }

        stack.kafka().process().kill9();
        stack.kafka().start();

        assertThat(lastOf(new TopicPartition("interactions", 1))).isEqualTo("acknowledged");
    }

    @Test
    void whatRedisSyncedSurvivesAKill() throws Exception {
        redis("SET survivor yes");
        // everysec syncs in the background, but a kill of the process alone loses nothing that was written
        stack.redis().process().kill9();
        stack.redis().start();

        assertThat(redis("GET survivor")).contains("yes");
        assertThat(redis("CONFIG GET appendfsync")).contains("everysec");
        assertThat(redis("CONFIG GET maxmemory-policy")).contains("noeviction");
    }

    @Test
    void aFrozenRedisAnswersAgainWhenItIsWoken() throws Exception {
        stack.redis().process().freeze();
        assertThat(stack.redis().process().alive()).isTrue();
        stack.redis().process().resume();

        assertThat(redis("PING")).contains("PONG");
    }

    private String lastOf(TopicPartition partition) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var values = consumer.poll(Duration.ofSeconds(20)).records(partition);
            return values.get(values.size() - 1).value();
        }
    }

    private String redis(String command) throws IOException {
        try (var socket = new Socket(Ports.HOST, stack.plan().redisPort())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
