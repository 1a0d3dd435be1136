package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.evaluation.Asking;
import io.deskpulse.alerting.evaluation.EvaluationMeters;
import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.MeasurementSource;
import io.deskpulse.kit.tracing.Tracing;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads measurements on a thread of its own and lets the partitions of this instance go on. A consumer that fails is made anew, and its partitions are claimed
 * anew.
 */
@Startup
@Singleton
class MeasurementLog implements MeasurementSource {
    private static final Logger LOG = Logger.getLogger(MeasurementLog.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final MeasurementClients clients;
    private final Background background;
    private final Asking asking;
    private final DeadLetters deadLetters;
    private final EvaluationSettings settings;
    private final EvaluationMeters meters;
    private final Standings standings;
    private final Tracing tracing;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "measurements");
    private final ScheduledExecutorService asks = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile String trouble = "not started yet";
    private long toldNanos = System.nanoTime();

    MeasurementLog(
            MeasurementClients clients,
            Background background,
            Asking asking,
            DeadLetters deadLetters,
            EvaluationSettings settings,
            EvaluationMeters meters,
            Standings standings,
            Tracing tracing) {
        this.tracing = tracing;
        this.clients = clients;
        this.background = background;
        this.asking = asking;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.standings = standings;
    }

    @PostConstruct
    void start() {
        if (settings.enabled()) {
            asks.scheduleWithFixedDelay(asking::ask, 0, settings.askEvery().toMillis(), TimeUnit.MILLISECONDS);
            thread.start();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        asks.shutdownNow();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(CLOSE.toMillis());
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble).or(asking::trouble);
    }

    @Override
    public Map<Integer, String> waiting() {
        Map<Integer, String> waiting = new ConcurrentHashMap<>();
        owned.forEach((partition, each) -> each.trouble().ifPresent(reason -> waiting.put(partition, reason)));
        return waiting;
    }

    @Override
    public int evaluated() {
        return (int)
                owned.values().stream().filter(each -> each.trouble().isEmpty()).count();
    }

    @Override
    public boolean alive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        while (running()) {
            try {
                consumer = clients.member();
                background.partitions(
                        consumer.partitionsFor(settings.topic(), PATIENCE).size());
                consumer.subscribe(List.of(settings.topic()), new Assignment());
                read(consumer);
            } catch (WakeupException e) {
                // It is to end.
            } catch (RuntimeException e) {
                LOG.debug("Reading measurements failed", e);
                note(e.getClass().getSimpleName());
                pause();
            } finally {
                close();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> from) {
        while (running()) {
            ConsumerRecords<byte[], byte[]> polled = from.poll(POLL);
            for (TopicPartition of : polled.partitions()) {
                OwnedPartition partition = owned.get(of.partition());
                for (ConsumerRecord<byte[], byte[]> record : polled.records(of)) {
                    partition.take(record);
                }
            }
            for (Optional<Alert> ended = asking.nextEnded(); ended.isPresent(); ended = asking.nextEnded()) {
                Alert alert = ended.get();
                owned.values().forEach(each -> each.endedByHand(alert));
            }
            owned.values().forEach(OwnedPartition::goOn);
            if (System.nanoTime() - toldNanos > TELL_EVERY.toNanos()) {
                tell(from, polled.isEmpty());
            }
            note(null);
        }
    }

    /** Positions are committed for those who look at lag: where to begin follows from the rules. */
    private void tell(Consumer<byte[], byte[]> from, boolean silent) {
        toldNanos = System.nanoTime();
        if (silent) {
            // A poll finds nothing in a Kafka that is away, either.
            from.listTopics(PATIENCE);
        }
        from.commitAsync();
        standings.tell(owned.values());
    }

    /** What the group gives to this instance, and takes from it. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            for (TopicPartition each : partitions) {
                owned.put(
                        each.partition(),
                        new OwnedPartition(
                                each.partition(),
                                background,
                                asking,
                                settings,
                                meters,
                                deadLetters,
                                new MeasurementTraces(tracing),
                                new Seat(consumer, each)));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(each -> giveUp(each.partition()));
        }
    }

    private void giveUp(int partition) {
        OwnedPartition given = owned.remove(partition);
        if (given != null) {
            given.giveUp();
        }
    }

    private void close() {
        Consumer<byte[], byte[]> last = consumer;
        consumer = null;
        List.copyOf(owned.keySet()).forEach(this::giveUp);
        try {
            if (last != null) {
                last.close(CloseOptions.timeout(CLOSE));
            }
        } catch (RuntimeException e) {
            LOG.debugf("Not closed well: %s", e.getMessage());
        }
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private void pause() {
        try {
            stopping.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void note(String found) {
        if (found != null && !found.equals(trouble)) {
            LOG.warnf("Evaluation waits: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Measurements are read");
        }
        trouble = found;
    }
}
