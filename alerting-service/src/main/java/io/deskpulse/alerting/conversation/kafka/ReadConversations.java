package io.deskpulse.alerting.conversation.kafka;

import io.deskpulse.alerting.conversation.ConversationMeters;
import io.deskpulse.alerting.conversation.ConversationSettings;
import io.deskpulse.alerting.conversation.WatchConversations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads with one consumer after the other. Positions are committed after what was decided is stored: what fails in between is read and decided again. Used by one
 * thread.
 */
@Singleton
class ReadConversations implements ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final InteractionReader reader;
    private final Memory memory;
    private final WatchConversations watch;
    private final ConversationSettings settings;
    private final ConversationMeters meters;
    private final Clock clock;
    private final Set<TopicPartition> mine = new HashSet<>();
    private final List<TopicPartition> fresh = new ArrayList<>();
    private long heardNanos = System.nanoTime() - SECOND;

    ReadConversations(
            InteractionReader reader,
            Memory memory,
            WatchConversations watch,
            ConversationSettings settings,
            ConversationMeters meters,
            Clock clock) {
        this.reader = reader;
        this.memory = memory;
        this.watch = watch;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void begin(Consumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(settings.topic()), this);
    }

    void turn(Consumer<byte[], byte[]> from) {
        hear();
        learn(from);
        ConsumerRecords<byte[], byte[]> polled = from.poll(POLL);
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            if (mine.contains(partition)) {
                take(partition, records);
            } else {
                // Assigned by this very poll: read again once what came before is remembered.
                from.seek(partition, records.get(0).offset());
            }
        }
        watch.look();
        if (!polled.isEmpty()) {
            from.commitSync();
        }
    }

    /** Ends a turn that learns; for any thread. Whoever waits for records is woken by the consumer. */
    void stop() {
        memory.stop();
    }

    /** Nothing is read any more, for the time being. */
    void end() {
        mine.forEach(partition -> watch.end(partition.partition()));
        mine.clear();
        fresh.clear();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        fresh.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        fresh.removeAll(partitions);
        mine.removeAll(partitions);
        partitions.forEach(partition -> watch.end(partition.partition()));
    }

    /** Where a partition stands is where remembering it ends. */
    private void learn(Consumer<byte[], byte[]> from) {
        if (fresh.isEmpty()) {
            return;
        }
        int partitions = from.partitionsFor(settings.topic()).size();
        List<TopicPartition> wanted = List.copyOf(fresh);
        fresh.clear();
        for (TopicPartition partition : wanted) {
            memory.remember(partition, from.position(partition), partitions);
            mine.add(partition);
        }
        // Who starts again before anything came goes on from here, not from whatever is the end by then.
        from.commitSync();
    }

    private void take(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        watch.take(partition.partition(), reader.read(records));
        long now = clock.millis();
        records.forEach(record -> meters.delay(Duration.ofMillis(Math.max(0, now - record.timestamp()))));
    }

    private void hear() {
        if (System.nanoTime() - heardNanos >= SECOND) {
            watch.hear();
            heardNanos = System.nanoTime();
        }
    }
}
