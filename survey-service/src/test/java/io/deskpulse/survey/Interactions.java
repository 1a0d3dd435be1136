package io.deskpulse.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What stands in the topic {@code interactions}, for tests. */
public final class Interactions {
    private static final String TOPIC = "interactions";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Interactions() {}

    /** All records of a tenant at this moment, partition by partition. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String tenant) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (tenant.equals(header(record, "ce_tenant"))) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }

    /** The same as every reader of the topic sees them; throws where one would refuse one. */
    public static List<Event> events(String tenant) {
        KafkaEvents reader = new KafkaEvents();
        return records(tenant).stream().map(record -> read(reader, record)).toList();
    }

    /** What happened to one offer, without the offer's id: {@code offered}, {@code csat:1}. */
    public static List<String> story(String tenant, String offer) {
        return events(tenant).stream()
                .map(Event::id)
                .filter(id -> id.startsWith(offer + ":"))
                .map(id -> id.substring(offer.length() + 1))
                .toList();
    }

    /** Waits until exactly this has been told of an offer. */
    public static void awaitStory(Answering offer, String... story) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story(offer.tenant(), offer.id()))
                .containsExactly(story));
    }

    /** By which means each offer of a tenant reaches its customer, as told; null where it is not. */
    public static List<OfferMeans> means(String tenant) {
        List<OfferMeans> means = new ArrayList<>();
        for (Event event : events(tenant)) {
            if (event.data() instanceof SurveyOffered offered) {
                means.add(offered.means());
            }
        }
        return means;
    }

    private static Event read(KafkaEvents reader, ConsumerRecord<byte[], byte[]> record) {
        if (reader.read(record) instanceof Reading.Read good) {
            return good.event();
        }
        throw new AssertionError("not readable: " + reader.read(record));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
