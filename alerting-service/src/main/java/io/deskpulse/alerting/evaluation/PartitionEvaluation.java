package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.window.MeasurementReader;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import io.deskpulse.contracts.measurement.CountedUntil;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All rules of the tenants of one partition of {@code measurements}: records go in, in their order, and transitions come out. Mutable, not thread-safe; knows no
 * Kafka and no Postgres.
 */
public final class PartitionEvaluation {
    private final Map<String, Evaluator> evaluators = new HashMap<>();
    private final Watermark watermark = new Watermark();
    private final MeasurementReader reader;
    private Optional<Instant> evaluatedTo = Optional.empty();
    private boolean changed;

    public PartitionEvaluation() {
        reader = new MeasurementReader(tenant -> {
            Evaluator evaluator = evaluators.get(tenant);
            return evaluator == null ? null : evaluator.windows();
        });
    }

    /** Watches another tenant. */
    public void add(String tenant, Evaluator evaluator) {
        evaluators.put(tenant, evaluator);
        again();
    }

    /** Rules or windows have changed: what can be judged is judged without waiting for time to go on. */
    public void again() {
        evaluatedTo = Optional.empty();
        changed = true;
    }

    /** Null where nothing of the tenant is watched. */
    public Evaluator of(String tenant) {
        return evaluators.get(tenant);
    }

    public Map<String, Evaluator> evaluators() {
        return Map.copyOf(evaluators);
    }

    /** Takes a record: a measurement, or how far counting has come. */
    public Outcome take(byte[] value) {
        Optional<CountedUntil> counted = CountedUntil.in(value);
        if (counted.isPresent()) {
            watermark.note(counted.get());
            return Outcome.SKIPPED;
        }
        Outcome outcome = reader.read(value);
        changed |= outcome == Outcome.USED;
        return outcome;
    }

    /** All that arrived before is counted; empty while that is not known. */
    public Optional<Instant> watermark() {
        return watermark.time();
    }

    /** Judges all that can be judged by now, unless the watermark stands where it stood. */
    public Decided advance() {
        Decided decided = new Decided();
        Optional<Instant> now = watermark.time();
        if (now.isPresent() && !now.equals(evaluatedTo)) {
            evaluatedTo = now;
            evaluators.values().forEach(evaluator -> decided.add(evaluator.advance(now.get())));
        }
        return decided;
    }

    /** Looks at windows that are not over yet, unless nothing has changed in any since it was looked last. */
    public Decided hurry() {
        Decided decided = new Decided();
        Optional<Instant> now = watermark.time();
        if (changed && now.isPresent()) {
            changed = false;
            evaluators.values().forEach(evaluator -> decided.add(evaluator.hurry(now.get())));
        }
        return decided;
    }

    /** Forgets what no rule will look at again, without judging anything. */
    public void forget() {
        watermark.time().ifPresent(now -> evaluators
                .values()
                .forEach(evaluator -> evaluator.windows().advance(now.toEpochMilli())));
    }

    /** How many groups stand how. */
    public Census census() {
        Census census = new Census();
        evaluators.values().forEach(evaluator -> evaluator.count(census));
        return census;
    }
}
