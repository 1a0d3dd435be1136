package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Asking;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.EvaluationMeters;
import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.alerting.evaluation.StoreDecisions;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One partition of this instance. It is claimed in the background; then its records are taken and evaluated. What is decided is stored in the background too, and
 * nothing further is decided before it is: so what is in memory is never more than one step ahead of what is stored. Used by the thread that reads.
 */
final class OwnedPartition {
    private final int partition;
    private final Background background;
    private final Asking asking;
    private final EvaluationSettings settings;
    private final EvaluationMeters meters;
    private final DeadLetters deadLetters;
    private final Seat seat;
    private final HourKeeping hours;

    private CompletableFuture<Claim> claiming;
    private CompletableFuture<Refill> refilling;
    private CompletableFuture<StoreDecisions.Outcome> storing;
    private Claim claim;
    private RulesNow rules = RulesNow.NONE;
    private Decided left = new Decided();
    private List<Transition> unstored = List.of();
    private long evaluateFrom;
    private long triedNanos;
    private long hurriedNanos;
    private long watermarkMillis;
    private long cellMillis;
    private long causeMillis;
    private volatile boolean given;
    private volatile String trouble = "it has just been assigned";

    OwnedPartition(
            int partition,
            Background background,
            Asking asking,
            EvaluationSettings settings,
            EvaluationMeters meters,
            DeadLetters deadLetters,
            Seat seat) {
        this.partition = partition;
        this.background = background;
        this.asking = asking;
        this.settings = settings;
        this.meters = meters;
        this.deadLetters = deadLetters;
        this.seat = seat;
        this.hours = new HourKeeping(background, settings.storeHoursEvery());
        this.triedNanos = System.nanoTime() - settings.pause().toNanos();
    }

    /** Where the group's consumer reads this partition. */
    interface Seat {
        long position();

        /** Goes on reading there. */
        void resumeAt(long offset);

        /** Reads nothing until it is resumed. */
        void pause();
    }

    /** Somebody else has it now, or soon. */
    void giveUp() {
        given = true;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Null before it is claimed. */
    PartitionEvaluation evaluation() {
        return claim == null ? null : claim.evaluation();
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (claim == null) {
            return;
        }
        boolean measurement = record.key() != null;
        Outcome outcome = claim.evaluation().take(record.value());
        if (measurement || outcome == Outcome.UNREADABLE) {
            meters.read(outcome);
            cellMillis = record.timestamp();
        } else {
            watermarkMillis = record.timestamp();
        }
        if (outcome == Outcome.UNREADABLE) {
            deadLetters.put(record);
        }
    }

    void endedByHand(Alert alert) {
        Evaluator evaluator = claim == null ? null : claim.evaluation().of(alert.tenant());
        if (evaluator != null) {
            evaluator.endedByHand(alert);
        }
    }

    /** Goes on with whatever can be done now; waits for nothing. */
    void goOn() {
        if (claim == null) {
            claimIt();
        } else if (storing != null) {
            settle();
        } else {
            takeRules();
            evaluate();
            hours.goOn(claim.fence(), claim.evaluation());
        }
    }

    private void claimIt() {
        if (claiming == null) {
            if (asking.rules() != RulesNow.NONE && paused()) {
                triedNanos = System.nanoTime();
                claiming = background.claim(partition, asking.rules(), () -> !given);
                trouble = "its windows are filled";
            }
            return;
        }
        if (!claiming.isDone()) {
            return;
        }
        if (claiming.isCompletedExceptionally()) {
            trouble = Background.cause(claiming);
        } else {
            claim = claiming.join();
            rules = claim.rules();
            left = claim.restored();
            evaluateFrom = claim.position();
            seat.resumeAt(claim.position());
            trouble = null;
        }
        claiming = null;
    }

    private boolean paused() {
        return System.nanoTime() - triedNanos >= settings.pause().toNanos();
    }

    private void settle() {
        if (!storing.isDone()) {
            return;
        }
        StoreDecisions.Outcome outcome =
                storing.isCompletedExceptionally() ? StoreDecisions.Outcome.LATER : storing.join();
        switch (outcome) {
            case STORED -> {
                meters.stored(Duration.ofMillis(System.currentTimeMillis() - causeMillis));
                storing = null;
                trouble = null;
            }
            case LOST -> {
                trouble = "somebody else has taken it";
                claim = null;
                storing = null;
                refilling = null;
                triedNanos = System.nanoTime();
                seat.pause();
            }
            case LATER -> {
                trouble = "Postgres is away: decisions wait to be stored";
                if (paused()) {
                    store(unstored);
                }
            }
        }
    }

    private void store(List<Transition> transitions) {
        unstored = transitions;
        triedNanos = System.nanoTime();
        storing = background.store(claim.fence(), transitions);
    }

    private void takeRules() {
        if (refilling != null) {
            if (refilling.isDone()) {
                swap();
            }
            return;
        }
        RulesNow now = asking.rules();
        if (now.revision() == rules.revision()) {
            return;
        }
        Set<String> lacking = new HashSet<>();
        for (String tenant : background.tenantsOf(partition, now, claim.evaluation())) {
            Evaluator evaluator = claim.evaluation().of(tenant);
            if (evaluator != null
                    && background
                            .needs(now.of(tenant))
                            .within(evaluator.windows().needs())) {
                left.add(evaluator.change(now.of(tenant)));
            } else {
                lacking.add(tenant);
            }
        }
        rules = now;
        claim.evaluation().again();
        if (!lacking.isEmpty()) {
            refilling = background.refill(partition, lacking, now, () -> !given);
        }
    }

    /** The tenants whose windows were filled anew go on with them; what has come since is read again first. */
    private void swap() {
        if (refilling.isCompletedExceptionally()) {
            trouble = Background.cause(refilling);
            // All rules again: those that were taken are the same by then.
            rules = RulesNow.NONE;
        } else {
            Refill refill = refilling.join();
            refill.evaluators().forEach((tenant, filled) -> {
                Evaluator evaluator = claim.evaluation().of(tenant);
                if (evaluator == null) {
                    claim.evaluation().add(tenant, filled);
                } else {
                    evaluator.use(filled.windows());
                    left.add(evaluator.change(refill.rules().of(tenant)));
                }
            });
            claim.evaluation().again();
            evaluateFrom = seat.position();
            seat.resumeAt(refill.position());
            trouble = null;
        }
        refilling = null;
    }

    private void evaluate() {
        if (seat.position() < evaluateFrom) {
            return;
        }
        long began = System.nanoTime();
        Decided decided = left;
        left = new Decided();
        causeMillis = watermarkMillis;
        decided.add(claim.evaluation().advance());
        if (began - hurriedNanos >= settings.hurryEvery().toNanos()) {
            hurriedNanos = began;
            Decided early = claim.evaluation().hurry();
            causeMillis = early.transitions().isEmpty() ? causeMillis : cellMillis;
            decided.add(early);
        }
        if (decided.evaluations() > 0) {
            meters.decided(decided, Duration.ofNanos(System.nanoTime() - began));
        }
        if (!decided.transitions().isEmpty()) {
            store(new ArrayList<>(decided.transitions()));
        }
    }
}
