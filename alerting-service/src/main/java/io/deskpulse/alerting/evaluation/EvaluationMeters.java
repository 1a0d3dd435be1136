package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how evaluation does. No tenant is a label: their number has no bound. Thread-safe. */
@Singleton
public class EvaluationMeters {
    private static final double MILLIS = 1_000;

    private final Map<Outcome, Counter> records = new EnumMap<>(Outcome.class);
    private final Map<State, AtomicInteger> instances = new EnumMap<>(State.class);
    private final AtomicInteger leftOut = new AtomicInteger();
    private final AtomicLong watermarkLag = new AtomicLong();
    private final Counter evaluations;
    private final Counter breaches;
    private final Counter errors;
    private final Counter lost;
    private final Timer lag;
    private final Timer rounds;
    private final Timer rebuilds;

    EvaluationMeters(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            records.put(
                    outcome,
                    meters.counter(
                            "deskpulse.alerting.cells", "result", outcome.name().toLowerCase(Locale.ROOT)));
        }
        for (State state : State.values()) {
            AtomicInteger number = new AtomicInteger();
            instances.put(state, number);
            Gauge.builder("deskpulse.alerting.instances", number, AtomicInteger::get)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("deskpulse.alerting.groups.left.out", leftOut, AtomicInteger::get)
                .description("Groups beyond the caps of their rules, which are not watched")
                .register(meters);
        Gauge.builder("deskpulse.alerting.watermark.lag", watermarkLag, millis -> millis.get() / MILLIS)
                .baseUnit("seconds")
                .description(
                        "How far behind now that is up to which all is counted, in the partition that is furthest behind")
                .register(meters);
        evaluations = meters.counter("deskpulse.alerting.evaluations");
        breaches = meters.counter("deskpulse.alerting.breaches");
        errors = meters.counter("deskpulse.alerting.evaluation.errors");
        lost = meters.counter("deskpulse.alerting.decisions.refused");
        lag = Timer.builder("deskpulse.alerting.evaluation.lag")
                .description(
                        "From the record that let something be decided, as Kafka dates it, to the decision being stored")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        rounds = Timer.builder("deskpulse.alerting.evaluation.rounds")
                .description("Judging all that can be judged, of one partition")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        rebuilds = meters.timer("deskpulse.alerting.rebuilds");
    }

    public void read(Outcome outcome) {
        records.get(outcome).increment();
    }

    public void decided(Decided decided, Duration took) {
        evaluations.increment(decided.evaluations());
        breaches.increment(decided.breaches());
        errors.increment(decided.errors());
        rounds.record(took);
    }

    /** Decisions are stored, so long after what they rest on came. */
    public void stored(Duration after) {
        lag.record(after.isNegative() ? Duration.ZERO : after);
    }

    /** A decision that Postgres will not take, whatever is done. */
    public void refused() {
        lost.increment();
    }

    public void rebuilt(Duration took) {
        rebuilds.record(took);
    }

    /** How things stand over all partitions of this instance. */
    public void standing(Map<State, Integer> byState, int groupsLeftOut, Duration behind) {
        instances.forEach((state, number) -> number.set(byState.getOrDefault(state, 0)));
        leftOut.set(groupsLeftOut);
        watermarkLag.set(behind.toMillis());
    }
}
