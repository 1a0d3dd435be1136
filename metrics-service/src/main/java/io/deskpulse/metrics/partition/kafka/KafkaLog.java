package io.deskpulse.metrics.partition.kafka;

import io.deskpulse.metrics.partition.MetricsConfig;
import io.deskpulse.metrics.partition.Owners;
import io.deskpulse.metrics.partition.PartitionLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Reads the topic as a member of the group for as long as the service runs; a broken consumer is made anew. */
@ApplicationScoped
class KafkaLog implements PartitionLog {
    private static final Logger LOG = Logger.getLogger(KafkaLog.class);
    private static final long AFTER_FAILURE_MILLIS = 2_000;
    /** More than owners, commit and farewell take together where neither Redis nor Kafka answers. */
    private static final long LONGEST_STOP_MILLIS = 16_000;

    private final KafkaClients clients;
    private final MetricsConfig config;
    private final Instance<Owners> owners;
    private final DeadLetterTopic deadLetters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor(KafkaLog::daemon);

    private volatile PollLoop loop;
    private volatile LogEnds ends;
    private volatile long beatMillis = System.currentTimeMillis();
    private volatile String trouble = "not started yet";
    private Thread thread;

    KafkaLog(KafkaClients clients, MetricsConfig config, Instance<Owners> owners, DeadLetterTopic deadLetters) {
        this.clients = clients;
        this.config = config;
        this.owners = owners;
        this.deadLetters = deadLetters;
    }

    void start(@Observes StartupEvent started) {
        if (!config.counting()) {
            trouble = null;
            return;
        }
        ends = new LogEnds(clients.admin(), config.topic());
        thread = new Thread(this::run, "log");
        thread.start();
        long every = config.heartbeat().toMillis();
        asker.scheduleWithFixedDelay(this::askForEnds, every, every, TimeUnit.MILLISECONDS);
    }

    /** Stops reading, lets what is being written end, commits, leaves the group. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        asker.shutdownNow();
        if (thread != null) {
            thread.join(LONGEST_STOP_MILLIS);
            ends.close();
        }
    }

    @Override
    public CompletionStage<Span> span(int partition) {
        return ends.span(partition);
    }

    @Override
    public void readFrom(int partition, long position) {
        loop.readFrom(partition, position);
    }

    @Override
    public void pause(int partition) {
        loop.pause(partition);
    }

    @Override
    public void counted(int partition, long position) {
        loop.counted(partition, position);
    }

    /** What keeps the log from being read, or null. */
    String trouble() {
        return trouble;
    }

    /** When the log was last asked for more, wall-clock milliseconds; now where this instance does not count. */
    long beatMillis() {
        return config.counting() ? beatMillis : System.currentTimeMillis();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            // Where no consumer can be made, since Kafka's name is not known now, a new start would help nobody.
            beatMillis = System.currentTimeMillis();
            try {
                read(new PollLoop(clients.consumer(), config.topic(), owners.get(), deadLetters));
            } catch (RuntimeException e) {
                trouble = "Kafka: " + e.getMessage();
                LOG.errorf(e, "Reading the log failed; begins again in %d ms", AFTER_FAILURE_MILLIS);
                pauseAfterFailure();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void read(PollLoop next) throws InterruptedException {
        loop = next;
        try {
            next.begin();
            while (stopping.getCount() > 0) {
                beatMillis = System.currentTimeMillis();
                next.poll(beatMillis);
                trouble = null;
            }
        } finally {
            owners.get().stop();
            next.close();
        }
    }

    private void pauseAfterFailure() {
        try {
            stopping.await(AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askForEnds() {
        Collection<Integer> partitions = owners.get().partitions();
        if (partitions.isEmpty() || !asking.compareAndSet(false, true)) {
            return;
        }
        long asked = System.currentTimeMillis();
        ends.ends(partitions).whenComplete((found, failure) -> {
            asking.set(false);
            if (failure == null) {
                found.forEach((partition, end) -> owners.get().logEnds(partition, end, asked));
            } else {
                LOG.debugf("The ends of the log are not known: %s", failure.getMessage());
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "log-ends");
        thread.setDaemon(true);
        return thread;
    }
}
