package io.deskpulse.alerting.conversation.kafka;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.conversation.ConversationSettings;
import io.deskpulse.alerting.conversation.WatchConversations;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.PartitionKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.utils.Utils;

/** Learns what goes on in a partition from what the topic has of the last hours, and from the alerts that fire. Used by one thread, but for {@link #stop}. */
@Singleton
class Memory {
    /** However much there is: it is a start, not an archive. */
    private static final long MOST_RECORDS = 1_000_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private final InteractionClients clients;
    private final InteractionReader reader;
    private final WatchConversations watch;
    private final ConversationSettings settings;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile Consumer<byte[], byte[]> reading;

    Memory(
            InteractionClients clients,
            InteractionReader reader,
            WatchConversations watch,
            ConversationSettings settings,
            Clock clock) {
        this.clients = clients;
        this.reader = reader;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Remembers a partition up to a position: what comes from there on was not dealt with.
     *
     * @param partitions how many the topic has
     * @throws WakeupException after {@link #stop}
     */
    void remember(TopicPartition partition, long position, int partitions) {
        watch.begin(partition.partition());
        try (Consumer<byte[], byte[]> consumer = clients.reader()) {
            reading = consumer;
            if (stopped) {
                throw new WakeupException();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, start(consumer, partition, position));
            while (consumer.position(partition) < position) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                reader.read(polled.records(partition).stream()
                                .filter(record -> record.offset() < position)
                                .toList())
                        .forEach(event -> watch.remember(partition.partition(), event));
            }
        } finally {
            reading = null;
        }
        watch.restore(partition.partition(), alert -> place(alert, partitions) == partition.partition());
    }

    /** Ends the remembering that goes on, and lets no other begin: hours of a topic take longer than a stop may. For any thread. */
    void stop() {
        stopped = true;
        Consumer<byte[], byte[]> current = reading;
        if (current != null) {
            current.wakeup();
        }
    }

    private long start(Consumer<byte[], byte[]> consumer, TopicPartition partition, long position) {
        long since = clock.instant().minus(settings.memory()).toEpochMilli();
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
        long wanted = Math.max(found == null ? position : found.offset(), position - MOST_RECORDS);
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        return Math.max(first, Math.min(wanted, position));
    }

    /** The partition of a conversation's events, as producers choose it. */
    private static int place(Alert alert, int partitions) {
        Event any = new Event(
                alert.tenant(),
                "",
                "",
                EventType.CONVERSATION_REOPENED,
                alert.labels().get("conversation"),
                0,
                new ConversationReopened());
        return Utils.toPositive(Utils.murmur2(PartitionKey.of(any))) % partitions;
    }
}
