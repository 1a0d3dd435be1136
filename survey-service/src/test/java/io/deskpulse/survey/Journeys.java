package io.deskpulse.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.contracts.journey.Journey.Status;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Closed episodes as the metrics-service tells of them, for tests. */
public final class Journeys {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Journeys() {}

    /** An episode of a conversation that a bot resolved after a minute. */
    public static Journey closed(String tenant, String conversation, int number, long revision, Instant at) {
        return new Journey(
                tenant + "/" + conversation + "#" + number,
                revision,
                Status.CLOSED,
                tenant,
                conversation,
                number,
                "customer-of-" + conversation,
                null,
                Map.of("channel", "web", "language", "zh-cn", "handler", "bot", "segment", "vip", "topic", "unknown"),
                at.minusSeconds(60).toEpochMilli(),
                at.toEpochMilli(),
                "completed",
                "resolved_by_bot",
                true,
                true,
                false,
                false,
                false,
                false,
                false,
                false);
    }

    /** The close of an episode, taken back. */
    public static Journey withdrawn(Journey closed, long revision) {
        return new Journey(
                closed.id(),
                revision,
                Status.WITHDRAWN,
                closed.tenant(),
                closed.conversation(),
                closed.episode(),
                closed.customer(),
                closed.visitor(),
                closed.dimensions(),
                closed.startedAt(),
                closed.closedAt(),
                closed.endReason(),
                closed.outcome(),
                closed.involved(),
                closed.answered(),
                closed.human(),
                closed.escalated(),
                closed.confirmed(),
                closed.goal(),
                closed.repeated(),
                closed.reopened());
    }

    public static byte[] json(Journey journey) {
        try {
            return JSON.writeValueAsBytes(journey);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends journeys to the topic; those of one customer in their order. */
    public static void send(Journey... journeys) {
        for (Journey journey : journeys) {
            send(journey.tenant() + ":" + journey.customer(), json(journey));
        }
    }

    /** Sends what is no journey. */
    public static void sendRaw(String key, String value) {
        send(key, value.getBytes(UTF_8));
    }

    private static void send(String key, byte[] value) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("journeys", key.getBytes(UTF_8), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
