package io.deskpulse.metrics.partition.kafka;

import io.deskpulse.contracts.kafka.KafkaEvents;
import io.deskpulse.metrics.partition.Owners;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads the log for as long as one consumer lives. Everything but {@link #later} and {@link #counted} belongs to the one
 * thread that runs it; that thread never waits for counting, so the group never misses its poll.
 */
final class PollLoop implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long COMMIT_MILLIS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Owners owners;
    private final DeadLetterTopic deadLetters;
    private final KafkaEvents events = new KafkaEvents();
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> counted = new ConcurrentHashMap<>();
    /** Where each partition that is being read goes on; others are paused until their owner says where. */
    private final Map<Integer, Long> reading = new HashMap<>();

    private final Set<Integer> full = ConcurrentHashMap.newKeySet();
    private long committedMillis;

    PollLoop(Consumer<byte[], byte[]> consumer, String topic, Owners owners, DeadLetterTopic deadLetters) {
        this.consumer = consumer;
        this.topic = topic;
        this.owners = owners;
        this.deadLetters = deadLetters;
    }

    void begin() {
        consumer.subscribe(List.of(topic), this);
    }

    /** Reads once. */
    void poll(long nowMillis) {
        try {
            for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
                request.run();
            }
            holdBack();
            deliver(consumer.poll(POLL));
            if (nowMillis - committedMillis >= COMMIT_MILLIS) {
                committedMillis = nowMillis;
                consumer.commitAsync(takeCounted(), null);
            }
        } catch (WakeupException e) {
            // There is a request, or room for more.
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().keySet().forEach(partition -> {
                silence(partition);
                owners.logBroke(partition.partition(), "the log does not hold the position");
            });
        }
    }

    /** Reads a partition from this position. */
    void readFrom(int partition, long position) {
        later(() -> {
            TopicPartition name = new TopicPartition(topic, partition);
            if (consumer.assignment().contains(name)) {
                consumer.seek(name, position);
                consumer.resume(List.of(name));
                reading.put(partition, position);
                full.remove(partition);
                owners.deliveriesBegin(partition, position);
            }
        });
    }

    /** Stops reading a partition until {@link #readFrom}. */
    void pause(int partition) {
        later(() -> {
            TopicPartition name = new TopicPartition(topic, partition);
            if (consumer.assignment().contains(name)) {
                silence(name);
            }
        });
    }

    void counted(int partition, long position) {
        counted.put(partition, position);
        if (full.contains(partition) && owners.hasRoom(partition)) {
            consumer.wakeup();
        }
    }

    /** Commits what is counted and leaves the group. */
    void close() {
        try {
            consumer.commitSync(takeCounted(), CLOSE);
        } catch (RuntimeException e) {
            LOG.debugf("Not committed at the end: %s", e.getMessage());
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            silence(partition);
            owners.assigned(partition.partition());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            reading.remove(partition.partition());
            counted.remove(partition.partition());
            full.remove(partition.partition());
            owners.revoked(partition.partition());
        }
    }

    private void later(Runnable request) {
        requests.add(request);
        consumer.wakeup();
    }

    /** A position has to be set, or the consumer would look for one itself; while paused it is not read from. */
    private void silence(TopicPartition partition) {
        consumer.pause(List.of(partition));
        consumer.seek(partition, 0);
        reading.remove(partition.partition());
    }

    private void holdBack() {
        for (int partition : reading.keySet()) {
            TopicPartition name = new TopicPartition(topic, partition);
            if (full.contains(partition) && owners.hasRoom(partition)) {
                full.remove(partition);
                consumer.resume(List.of(name));
            } else if (!full.contains(partition) && owners.isFull(partition)) {
                full.add(partition);
                consumer.pause(List.of(name));
            }
        }
    }

    /** Hands over whatever moved a position: records, or the marks of transactions without any. */
    private void deliver(ConsumerRecords<byte[], byte[]> polled) {
        polled.nextOffsets().forEach((partition, next) -> {
            Long from = reading.get(partition.partition());
            if (from != null) {
                reading.put(partition.partition(), next.offset());
                owners.deliver(
                        partition.partition(),
                        new KafkaDelivery(from, next.offset(), polled.records(partition), events, deadLetters));
            }
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> takeCounted() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (Integer partition : new HashSet<>(counted.keySet())) {
            Long position = counted.remove(partition);
            if (position != null && reading.containsKey(partition)) {
                positions.put(new TopicPartition(topic, partition), new OffsetAndMetadata(position));
            }
        }
        return positions;
    }
}
