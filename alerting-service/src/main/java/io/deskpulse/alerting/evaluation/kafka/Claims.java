package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.Baselines;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.EvaluationMeters;
import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.alerting.evaluation.Wording;
import io.deskpulse.alerting.window.HourTallies;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Takes partitions over: the fence, the windows from the topic, the instances from Postgres. Calls block; thread-safe. */
@Singleton
class Claims {
    private static final long HOUR = Granularity.HOUR.millis();
    /** One tenant looks back a day, its neighbours need not keep theirs for it. */
    private static final int FORGET_EVERY = 50_000;

    private final Decisions decisions;
    private final Baselines baselines;
    private final History history;
    private final Catalogue catalogue;
    private final Wording wording;
    private final EvaluationSettings settings;
    private final EvaluationMeters meters;
    private final Clock clock;

    Claims(
            Decisions decisions,
            Baselines baselines,
            History history,
            Catalogue catalogue,
            Wording wording,
            EvaluationSettings settings,
            EvaluationMeters meters,
            Clock clock) {
        this.decisions = decisions;
        this.baselines = baselines;
        this.history = history;
        this.catalogue = catalogue;
        this.wording = wording;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Takes a partition over from whoever had it.
     *
     * @param partitions how many there are
     * @param wanted false once nobody wants it any more
     */
    Claim claim(int partition, int partitions, RulesNow rules, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("the partition was given to somebody else");
        }
        Fence fence = decisions.take("measurements-" + partition);
        Set<String> tenants = new HashSet<>(rules.byTenant().keySet());
        tenants.addAll(decisions.standingTenants());
        tenants.removeIf(tenant -> History.partitionOf(tenant, partitions) != partition);
        PartitionEvaluation evaluation = new PartitionEvaluation();
        Map<String, Evaluator> evaluators = evaluators(tenants, rules);
        evaluators.forEach(evaluation::add);
        long position = fill(partition, evaluators, evaluation, wanted);
        Decided restored = new Decided();
        evaluators.forEach((tenant, evaluator) -> restored.add(evaluator.restore(decisions.standing(tenant))));
        return new Claim(fence, rules, evaluation, position, restored);
    }

    /** Fills windows for tenants whose rules look at more than before. */
    Refill refill(int partition, Collection<String> tenants, RulesNow rules, BooleanSupplier wanted) {
        PartitionEvaluation beside = new PartitionEvaluation();
        Map<String, Evaluator> evaluators = evaluators(tenants, rules);
        evaluators.forEach(beside::add);
        return new Refill(rules, evaluators, fill(partition, evaluators, beside, wanted));
    }

    private Map<String, Evaluator> evaluators(Collection<String> tenants, RulesNow rules) {
        Map<String, Evaluator> evaluators = new HashMap<>();
        tenants.forEach(tenant -> evaluators.put(tenant, new Evaluator(rules.of(tenant), catalogue, wording, clock)));
        return evaluators;
    }

    private long fill(
            int partition, Map<String, Evaluator> evaluators, PartitionEvaluation evaluation, BooleanSupplier wanted) {
        Instant began = clock.instant();
        Instant from = began.minus(lookBack(evaluators, Granularity.MINUTE)).minus(settings.readBack());
        Instant start = beginHours(evaluators, from, began);
        long position = history.read(partition, start, record -> {
            evaluation.take(record.value());
            if (record.offset() % FORGET_EVERY == 0) {
                evaluation.forget();
            }
            return wanted.getAsBoolean();
        });
        meters.rebuilt(Duration.between(began, clock.instant()));
        return position;
    }

    private static Duration lookBack(Map<String, Evaluator> evaluators, Granularity granularity) {
        return Duration.ofMillis(evaluators.values().stream()
                .mapToLong(evaluator -> evaluator.needs().lookBackMillis(granularity))
                .max()
                .orElse(0));
    }

    /** Puts stored hours back; says from when the topic must be read so that there is no gap to them, as far as it can hold them. */
    private Instant beginHours(Map<String, Evaluator> evaluators, Instant from, Instant now) {
        Duration back = lookBack(evaluators, Granularity.HOUR);
        if (back.isZero()) {
            return from;
        }
        Map<String, List<HourTallies>> stored = new HashMap<>();
        evaluators.keySet().forEach(tenant -> stored.put(tenant, baselines.load(tenant, now.minus(back))));
        long last = stored.values().stream()
                .flatMap(List::stream)
                .mapToLong(HourTallies::hour)
                .max()
                .orElse(from.toEpochMilli());
        long oldest = now.minus(settings.topicHolds()).toEpochMilli();
        Instant start = Instant.ofEpochMilli(Math.max(oldest, Math.min(from.toEpochMilli(), last)));
        long firstHour = Math.floorDiv(start.toEpochMilli() + HOUR - 1, HOUR) * HOUR;
        evaluators.forEach((tenant, evaluator) -> evaluator.windows().beginHours(firstHour, stored.get(tenant)));
        return start;
    }
}
