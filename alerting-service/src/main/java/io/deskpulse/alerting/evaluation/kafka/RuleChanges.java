package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.evaluation.Asking;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Brings the rules in force to one partition that is evaluated. Tenants whose windows hold what the new rules look at go on at once; for the others windows are
 * filled in the background, and their old rules stay meanwhile. Used by the thread that reads.
 */
final class RuleChanges {
    private final int partition;
    private final Background background;
    private final Asking asking;
    private final BooleanSupplier wanted;
    private final long pauseNanos;
    private RulesNow rules;
    private CompletableFuture<Refill> refilling;
    private long failedNanos;
    private volatile String trouble;

    /**
     * Begins with the rules that evaluation was made with.
     *
     * @param wanted false once nobody wants the partition any more
     * @param pause after a failure
     */
    RuleChanges(
            int partition,
            Background background,
            Asking asking,
            RulesNow rules,
            BooleanSupplier wanted,
            Duration pause) {
        this.partition = partition;
        this.background = background;
        this.asking = asking;
        this.rules = rules;
        this.wanted = wanted;
        this.pauseNanos = pause.toNanos();
        this.failedNanos = System.nanoTime() - pauseNanos;
    }

    /** Why the rules in force are not all evaluated. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Goes on with whatever can be done now; waits for nothing.
     *
     * @param decided takes what becomes of instances by it
     * @return where reading must go on, once windows were exchanged; empty else
     */
    OptionalLong goOn(PartitionEvaluation evaluation, Decided decided) {
        if (refilling == null) {
            take(evaluation, decided);
            return OptionalLong.empty();
        }
        return refilling.isDone() ? exchange(evaluation, decided) : OptionalLong.empty();
    }

    private void take(PartitionEvaluation evaluation, Decided decided) {
        RulesNow now = asking.rules();
        if (now.revision() == rules.revision() || System.nanoTime() - failedNanos < pauseNanos) {
            return;
        }
        Set<String> lacking = new HashSet<>();
        for (String tenant : background.tenantsOf(partition, now, evaluation)) {
            Evaluator evaluator = evaluation.of(tenant);
            if (evaluator != null
                    && background
                            .needs(now.of(tenant))
                            .within(evaluator.windows().needs())) {
                decided.add(evaluator.change(now.of(tenant)));
            } else {
                lacking.add(tenant);
            }
        }
        rules = now;
        evaluation.again();
        if (!lacking.isEmpty()) {
            refilling = background.refill(partition, lacking, now, wanted);
        }
    }

    private OptionalLong exchange(PartitionEvaluation evaluation, Decided decided) {
        CompletableFuture<Refill> done = refilling;
        refilling = null;
        if (done.isCompletedExceptionally()) {
            trouble = Background.cause(done);
            failedNanos = System.nanoTime();
            // All rules again: those that were taken are the same by then.
            rules = RulesNow.NONE;
            return OptionalLong.empty();
        }
        Refill refill = done.join();
        refill.evaluators().forEach((tenant, filled) -> {
            Evaluator evaluator = evaluation.of(tenant);
            if (evaluator == null) {
                evaluation.add(tenant, filled);
            } else {
                evaluator.use(filled.windows());
                decided.add(evaluator.change(refill.rules().of(tenant)));
            }
        });
        evaluation.again();
        trouble = null;
        return OptionalLong.of(refill.position());
    }
}
