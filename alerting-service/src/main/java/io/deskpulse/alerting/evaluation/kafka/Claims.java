package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.EvaluationMeters;
import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.alerting.evaluation.Wording;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Takes partitions over: the fence, the windows from the topic, the instances from Postgres. Calls block; thread-safe. */
@Singleton
class Claims {
    private final Decisions decisions;
    private final History history;
    private final Catalogue catalogue;
    private final Wording wording;
    private final EvaluationSettings settings;
    private final EvaluationMeters meters;
    private final Clock clock;

    Claims(
            Decisions decisions,
            History history,
            Catalogue catalogue,
            Wording wording,
            EvaluationSettings settings,
            EvaluationMeters meters,
            Clock clock) {
        this.decisions = decisions;
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
        Fence fence = decisions.take("measurements-" + partition);
        Set<String> tenants = new HashSet<>(rules.byTenant().keySet());
        tenants.addAll(decisions.standingTenants());
        tenants.removeIf(tenant -> History.partitionOf(tenant, partitions) != partition);
        PartitionEvaluation evaluation = new PartitionEvaluation();
        Map<String, Evaluator> evaluators = evaluators(tenants, rules);
        evaluators.forEach(evaluation::add);
        long position = fill(partition, evaluators.values(), evaluation, wanted);
        Decided restored = new Decided();
        evaluators.forEach((tenant, evaluator) -> restored.add(evaluator.restore(decisions.standing(tenant))));
        return new Claim(fence, rules, evaluation, position, restored);
    }

    /** Fills windows for tenants whose rules look at more than before. */
    Refill refill(int partition, Collection<String> tenants, RulesNow rules, BooleanSupplier wanted) {
        PartitionEvaluation beside = new PartitionEvaluation();
        Map<String, Evaluator> evaluators = evaluators(tenants, rules);
        evaluators.forEach(beside::add);
        return new Refill(rules, evaluators, fill(partition, evaluators.values(), beside, wanted));
    }

    private Map<String, Evaluator> evaluators(Collection<String> tenants, RulesNow rules) {
        Map<String, Evaluator> evaluators = new HashMap<>();
        tenants.forEach(tenant -> evaluators.put(tenant, new Evaluator(rules.of(tenant), catalogue, wording, clock)));
        return evaluators;
    }

    private long fill(
            int partition, Collection<Evaluator> evaluators, PartitionEvaluation evaluation, BooleanSupplier wanted) {
        Instant began = clock.instant();
        long longest = evaluators.stream()
                .mapToLong(evaluator -> evaluator.needs().lookBackMillis(Granularity.MINUTE))
                .max()
                .orElse(0);
        Instant from = began.minusMillis(longest).minus(settings.readBack());
        long position = history.read(partition, from, record -> {
            evaluation.take(record.value());
            return wanted.getAsBoolean();
        });
        meters.rebuilt(Duration.between(began, clock.instant()));
        return position;
    }
}
