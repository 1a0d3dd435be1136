package io.deskpulse.survey.trigger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of journeys and plans. No tenant is a label: their number has no bound. Thread-safe. */
@Singleton
public class TriggerMeters {
    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();

    TriggerMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("deskpulse.survey.plans.waiting", waiting, AtomicLong::get)
                .description("Offers that are planned, in the whole database; the same from each instance")
                .register(meters);
    }

    /**
     * Counts journeys.
     *
     * @param result kept, old (known already), foreign (of a tenant without surveys) or unreadable
     */
    public void journeys(String result, int count) {
        if (count > 0) {
            meters.counter("deskpulse.survey.journeys", "result", result).increment(count);
        }
    }

    /**
     * Counts plans.
     *
     * @param result added, carried-out, dropped (the close was taken back), failed or given-up
     */
    void plans(String result, int count) {
        if (count > 0) {
            meters.counter("deskpulse.survey.plans", "result", result).increment(count);
        }
    }

    void waiting(long plans) {
        waiting.set(plans);
    }
}
