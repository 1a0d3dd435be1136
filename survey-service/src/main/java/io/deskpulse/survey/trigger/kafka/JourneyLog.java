package io.deskpulse.survey.trigger.kafka;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.transaction.Transactions;
import io.deskpulse.survey.transaction.Waiting;
import io.deskpulse.survey.trigger.JourneySource;
import io.deskpulse.survey.trigger.PlannedOffers;
import io.deskpulse.survey.trigger.TakeJourneys;
import io.deskpulse.survey.trigger.TriggerMeters;
import io.deskpulse.survey.trigger.TriggerSettings;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.TimeoutException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads closed episodes on a thread of its own. Positions are committed after the transaction of their batch: whatever fails in
 * between is read again, which changes nothing. A consumer that fails is made anew, and goes on where the group stands.
 */
@Startup
@Singleton
class JourneyLog implements JourneySource {
    private static final Logger LOG = Logger.getLogger(JourneyLog.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final JourneyClients clients;
    private final TakeJourneys takeJourneys;
    private final PlannedOffers planned;
    private final Transactions transactions;
    private final TriggerSettings settings;
    private final TriggerMeters meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "journeys");
    private volatile Consumer<byte[], byte[]> consumer;
    private long askedNanos = System.nanoTime();
    private volatile String trouble = "not started yet";

    JourneyLog(
            JourneyClients clients,
            TakeJourneys takeJourneys,
            PlannedOffers planned,
            Transactions transactions,
            TriggerSettings settings,
            TriggerMeters meters) {
        this.clients = clients;
        this.takeJourneys = takeJourneys;
        this.planned = planned;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
    }

    @PostConstruct
    void start() {
        if (settings.enabled()) {
            thread.start();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(CLOSE.toMillis());
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public boolean alive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        while (running()) {
            if (!transactions.ready()) {
                note("Postgres has not been met yet");
                pause();
                continue;
            }
            try {
                consumer = clients.consumer();
                consumer.subscribe(List.of(settings.topic()));
                read(consumer);
            } catch (WakeupException e) {
                // It is to end.
            } catch (RuntimeException e) {
                note(e.getClass().getSimpleName());
                pause();
            } finally {
                close();
            }
        }
    }

    private void close() {
        Consumer<byte[], byte[]> last = consumer;
        consumer = null;
        try {
            if (last != null) {
                last.close(CloseOptions.timeout(CLOSE));
            }
        } catch (RuntimeException e) {
            LOG.debugf("Not closed well: %s", e.getMessage());
        }
    }

    private void read(Consumer<byte[], byte[]> from) {
        while (running()) {
            ConsumerRecords<byte[], byte[]> polled = from.poll(POLL);
            if (!polled.isEmpty()) {
                take(read(polled));
                from.commitSync();
                planned.wake();
                askedNanos = System.nanoTime();
            } else if (System.nanoTime() - askedNanos > ASK_EVERY.toNanos()) {
                // A poll finds nothing in a Kafka that is away, either.
                from.listTopics(PATIENCE);
                askedNanos = System.nanoTime();
            }
            note(null);
        }
    }

    /** All at once; where that fails for a reason that lies in them, one by one without the one that is to blame. */
    private void take(List<Episode> read) {
        try {
            Waiting.until(() -> takeJourneys.take(read));
        } catch (StoreUnavailable | TimeoutException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A batch of journeys failed (%s); they are taken one by one",
                    e.getClass().getSimpleName());
            read.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Episode episode) {
        try {
            Waiting.until(() -> takeJourneys.take(List.of(episode)));
        } catch (StoreUnavailable | TimeoutException e) {
            throw e;
        } catch (RuntimeException e) {
            meters.journeys("failed", 1);
            LOG.errorf("A journey is left out: %s", e.getClass().getSimpleName());
        }
    }

    private List<Episode> read(ConsumerRecords<byte[], byte[]> polled) {
        List<Episode> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            Optional<Episode> episode = JourneyReader.read(record.value());
            episode.ifPresent(read::add);
            if (episode.isEmpty()) {
                meters.journeys("unreadable", 1);
                LOG.warnf("No journey: %s-%d at %d", record.topic(), record.partition(), record.offset());
            }
        }
        return read;
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
        if (found != null && trouble == null) {
            LOG.warnf("Journeys wait: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Journeys are read");
        }
        trouble = found;
    }
}
