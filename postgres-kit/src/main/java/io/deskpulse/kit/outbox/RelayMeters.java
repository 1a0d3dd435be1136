package io.deskpulse.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is written and what is sent. At rest, {@code written = sent + waiting}, over all instances since they started with nothing waiting.
 * Thread-safe.
 */
public final class RelayMeters {
    private final Counter written;
    private final Counter sent;
    private final Counter failed;
    private final AtomicLong waiting = new AtomicLong();

    /**
     * Meters under a prefix.
     *
     * @param prefix such as {@code deskpulse.alerting.outbox}
     */
    public RelayMeters(MeterRegistry meters, String prefix) {
        this.written = counter(
                meters, prefix + ".written", "Written with the change they tell of; written = sent + waiting at rest");
        this.sent = counter(meters, prefix + ".sent", "Acknowledged by Kafka");
        this.failed = counter(meters, prefix + ".failures", "Times that sending failed; what waits is sent again");
        Gauge.builder(prefix + ".waiting", waiting, AtomicLong::get)
                .description("Waiting to be sent, in the whole database; the same from each instance")
                .register(meters);
    }

    public void written(int count) {
        written.increment(count);
    }

    void sent(int count) {
        sent.increment(count);
    }

    void failed() {
        failed.increment();
    }

    void waiting(long count) {
        waiting.set(count);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
