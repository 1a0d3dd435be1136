package io.deskpulse.alerting.conversation.kafka;

import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.conversation.ConversationSettings;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads what happens in conversations on a thread of its own. A consumer that fails, or has lost a fence, is made anew, and remembers what it needs.
 */
@Startup
@Singleton
class ConversationLog {
    private static final Logger LOG = Logger.getLogger(ConversationLog.class);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final InteractionClients clients;
    private final ReadConversations read;
    private final ConversationSettings settings;
    private final Schema schema;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "conversations");
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile String trouble = "not started yet";

    ConversationLog(InteractionClients clients, ReadConversations read, ConversationSettings settings, Schema schema) {
        this.clients = clients;
        this.read = read;
        this.settings = settings;
        this.schema = schema;
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
        read.stop();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(CLOSE.toMillis());
    }

    /** Why conversations wait at present, or empty. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the thread is there; without it nothing is ever read again. */
    boolean alive() {
        return !settings.enabled() || thread.isAlive();
    }

    private void run() {
        while (running()) {
            if (!schema.migrated()) {
                note("Postgres has not been met yet");
                pause();
                continue;
            }
            try {
                consumer = clients.member();
                read.begin(consumer);
                while (running()) {
                    read.turn(consumer);
                    note(null);
                }
            } catch (WakeupException e) {
                // It is to end.
            } catch (Fence.Lost e) {
                note("another instance has taken over");
                pause();
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
        read.end();
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
            LOG.warnf("Conversations wait: %s", found);
        } else if (found == null && trouble != null) {
            LOG.info("Conversations are watched");
        }
        trouble = found;
    }
}
