package io.deskpulse.metrics.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Bounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final SlowLog log = new SlowLog();
    private final HandRunPool pool = new HandRunPool();
    private final Turns turns = new Turns(owner(), pool);

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void oneTurnRunsAtATimeThoughItIsWokenJustWhenTheFirstBegins() throws InterruptedException {
        // Given a turn that the pool has taken out and not begun, and a wake in that moment
        turns.wake();
        Runnable first = pool.takeOut();
        turns.wake();
        Runnable second = pool.takeOut();

        // When both come
        Thread running = new Thread(first, "first-turn");
        running.start();
        await().until(() -> log.asked.get() == 1);
        second.run();

        // Then the second does nothing but have another follow at once
        assertThat(log.asked).hasValue(1);
        log.answer.completeExceptionally(new IllegalStateException("away"));
        running.join(10_000);
        assertThat(pool.delays).last().isEqualTo(0L);
    }

    private PartitionOwner owner() {
        return new PartitionOwner(
                Keys.of(0, 1),
                null,
                log,
                lost -> false,
                null,
                null,
                new PartitionMeters(new SimpleMeterRegistry()),
                new OwnerSettings(10, 0, 0, 0, 1_000, 250, 10_000, new Bounds(10, 10, 10, 1_000, 10)),
                new SampledEvents(Tracing.OFF, "interactions"),
                Instant::now);
    }

    /** A log that answers when the test says so: a step waits for it. */
    private static final class SlowLog implements PartitionLog {
        private final AtomicInteger asked = new AtomicInteger();
        private final CompletableFuture<Span> answer = new CompletableFuture<>();

        @Override
        public CompletionStage<Span> span(int partition) {
            asked.incrementAndGet();
            return answer;
        }

        @Override
        public void readFrom(int partition, long position) {
            throw new IllegalStateException("it has no records");
        }

        @Override
        public void pause(int partition) {
            // it never delivers
        }

        @Override
        public void counted(int partition, long position) {
            throw new IllegalStateException("it has no records");
        }
    }

    /** Runs nothing by itself. */
    private static final class HandRunPool extends ScheduledThreadPoolExecutor {
        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Long> delays = new ArrayList<>();

        private HandRunPool() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            delays.add(unit.toMillis(delay));
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        private Runnable takeOut() {
            return tasks.remove(0);
        }
    }
}
