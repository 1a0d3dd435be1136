package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.AlertTraces;
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
import java.util.List;
import java.util.Optional;
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
    private final MeasurementTraces traces;
    private final Seat seat;
    private final HourKeeping hours;

    private CompletableFuture<Claim> claiming;
    private CompletableFuture<StoreDecisions.Outcome> storing;
    private Claim claim;
    private volatile RuleChanges changes;
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
            MeasurementTraces traces,
            Seat seat) {
        this.traces = traces;
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

    /** Somebody else has it now, or soon. */
    void giveUp() {
        given = true;
    }

    Optional<String> trouble() {
        RuleChanges taking = changes;
        return Optional.ofNullable(trouble).or(() -> taking == null ? Optional.empty() : taking.trouble());
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
        } else if (outcome == Outcome.USED) {
            traces.used(record);
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
            changes = new RuleChanges(partition, background, asking, claim.rules(), () -> !given, settings.pause());
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
                traces.settled(true);
                meters.stored(Duration.ofMillis(System.currentTimeMillis() - causeMillis));
                storing = null;
                trouble = null;
            }
            case LOST -> {
                traces.settled(false);
                trouble = "somebody else has taken it";
                claim = null;
                storing = null;
                triedNanos = System.nanoTime();
                seat.pause();
            }
            case LATER -> {
                trouble = "Postgres is away: decisions wait to be stored";
                if (paused()) {
                    store(unstored, List.of());
                }
            }
        }
    }

    private void store(List<Transition> transitions, List<AlertTraces.Decided> traced) {
        unstored = transitions;
        triedNanos = System.nanoTime();
        storing = background.store(claim.fence(), transitions, traced);
    }

    private void takeRules() {
        changes.goOn(claim.evaluation(), left).ifPresent(position -> {
            // What has come since the windows were filled is read again first.
            evaluateFrom = seat.position();
            seat.resumeAt(position);
        });
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
            List<Transition> transitions = new ArrayList<>(decided.transitions());
            store(transitions, traces.decided(transitions));
        }
    }
}
