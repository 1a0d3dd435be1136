package io.deskpulse.ingest.publishing.kafka;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks Kafka once a second whether the topic can be written to, on a thread of its own. That finds out that Kafka is back
 * without an event being risked, keeps the producer's knowledge of the topic from growing stale when nobody sends, and
 * replaces a producer that is beyond help.
 */
@Startup
@Singleton
class KafkaProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String LEARNING = "the producer does not know the topic yet";

    /** A producer begins to learn a topic when it is first asked, and knows it a moment later; an instance that starts waits for that. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final KafkaProducing kafka;
    private final KafkaSettings settings;
    private final KafkaState state;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kafka-probe"));
    private volatile Admin admin;

    KafkaProbe(KafkaProducing kafka, KafkaSettings settings, KafkaState state) {
        this.kafka = kafka;
        this.settings = settings;
        this.state = state;
    }

    @PostConstruct
    void start() {
        thread.execute(this::turn);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        Admin last = admin;
        if (last != null) {
            last.close(Duration.ZERO);
        }
    }

    private void turn() {
        try {
            String fault = look();
            state.probed(fault);
            Duration next = LEARNING.equals(fault) ? SOON : settings.probeEvery();
            thread.schedule(this::turn, next.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | RejectedExecutionException e) {
            // stopped
            Thread.currentThread().interrupt();
        }
    }

    private String look() throws InterruptedException {
        try {
            kafka.producer().renew();
            if (admin == null) {
                admin = Admin.create(kafka.adminConfig(PATIENCE));
            }
            String fault = describe();
            return fault == null ? warm() : fault;
        } catch (KafkaException e) {
            return "Kafka cannot be asked: " + CurrentProducer.reason(e);
        } catch (RuntimeException e) {
            return "Kafka cannot be asked: " + e.getClass().getSimpleName();
        }
    }

    private String describe() throws InterruptedException {
        String topic = settings.topic();
        try {
            TopicDescription description = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            long leaderless = description.partitions().stream()
                    .map(TopicPartitionInfo::leader)
                    .filter(leader -> leader == null || leader.isEmpty())
                    .count();
            return leaderless == 0 ? null : leaderless + " partitions of the topic " + topic + " have no leader";
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    ? "the topic " + topic + " does not exist; create it"
                    : "Kafka does not answer: " + e.getCause().getClass().getSimpleName();
        } catch (java.util.concurrent.TimeoutException e) {
            return "Kafka does not answer";
        }
    }

    /** Has the producer learn the topic; it answers from memory, or not at all. */
    private String warm() {
        Producer<byte[], byte[]> used = kafka.producer().get();
        try {
            used.partitionsFor(settings.topic());
            return null;
        } catch (TimeoutException e) {
            return LEARNING;
        } catch (RuntimeException e) {
            kafka.producer().failed(used, e);
            return "the producer refuses to go on: " + e.getClass().getSimpleName();
        }
    }
}
