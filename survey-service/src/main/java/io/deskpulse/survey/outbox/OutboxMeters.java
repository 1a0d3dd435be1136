package io.deskpulse.survey.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is written and what is sent. At rest, {@code written = sent + waiting}, over all instances since they started
 * with nothing waiting. Thread-safe.
 */
@Singleton
class OutboxMeters {
    private final Counter written;
    private final Counter sent;
    private final Counter failed;
    private final AtomicLong waiting = new AtomicLong();

    OutboxMeters(MeterRegistry meters) {
        this.written = counter(
                meters, "written", "Events written with the change they tell of; written = sent + waiting at rest");
        this.sent = counter(meters, "sent", "Events that Kafka has acknowledged");
        this.failed = counter(meters, "failures", "Times that sending failed; the events stay and are sent again");
        Gauge.builder("deskpulse.survey.outbox.waiting", waiting, AtomicLong::get)
                .description("Events that wait to be sent, in the whole database; the same from each instance")
                .register(meters);
    }

    void written(int events) {
        written.increment(events);
    }

    void sent(int events) {
        sent.increment(events);
    }

    void failed() {
        failed.increment();
    }

    void waiting(long events) {
        waiting.set(events);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("deskpulse.survey.outbox." + name)
                .description(description)
                .register(meters);
    }
}
