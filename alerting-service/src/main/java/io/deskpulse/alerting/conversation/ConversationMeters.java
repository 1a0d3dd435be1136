package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.alert.Transition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what conversations are watched, and what is told of them. Thread-safe. */
@Singleton
public class ConversationMeters {
    private final MeterRegistry meters;
    private final Timer delay;
    private final AtomicInteger inMind = new AtomicInteger();

    ConversationMeters(MeterRegistry meters) {
        this.meters = meters;
        this.delay = Timer.builder("deskpulse.alerting.conversations.delay")
                .description("From the moment that Kafka had an event to the moment that it was dealt with")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder("deskpulse.alerting.conversations.known", inMind, AtomicInteger::get)
                .description("Conversations that are kept in mind")
                .register(meters);
    }

    void decided(List<Transition> transitions) {
        for (Transition decided : transitions) {
            meters.counter(
                            "deskpulse.alerting.conversations.decisions",
                            "rule",
                            decided.rule(),
                            "to",
                            decided.to().word())
                    .increment();
        }
    }

    void inMind(int conversations) {
        inMind.set(conversations);
    }

    /** An event was dealt with so long after Kafka had it. */
    public void delay(Duration time) {
        delay.record(time);
    }
}
