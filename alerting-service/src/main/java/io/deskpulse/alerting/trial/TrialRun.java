package io.deskpulse.alerting.trial;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.MeasurementHistory.Item;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule over records of the past, with the code that evaluates the present. Used by one thread. */
final class TrialRun {
    private final Evaluator evaluator;
    private final PartitionEvaluation evaluation = new PartitionEvaluation();
    private final Duration hurryEvery;
    private final Instant from;
    private final Instant to;
    private final Decided decided = new Decided();
    private Instant dataFrom;
    private Instant hurriedAt = Instant.MIN;

    /**
     * Begins a run.
     *
     * @param from the first moment that is judged; what comes before only fills windows
     * @param to the last
     */
    TrialRun(String tenant, Evaluator evaluator, Duration hurryEvery, Instant from, Instant to) {
        this.evaluator = evaluator;
        this.hurryEvery = hurryEvery;
        this.from = from;
        this.to = to;
        evaluation.add(tenant, evaluator);
    }

    /** Takes the next record; false once the end is reached. */
    boolean take(Item item) {
        if (dataFrom == null) {
            dataFrom = item.at();
        }
        evaluation.take(item.value());
        Optional<Instant> now = evaluation.watermark();
        if (now.isEmpty() || now.get().isBefore(from)) {
            return true;
        }
        if (now.get().isAfter(to)) {
            return false;
        }
        decided.add(evaluation.advance());
        if (Duration.between(hurriedAt, item.at()).compareTo(hurryEvery) >= 0) {
            hurriedAt = item.at();
            decided.add(evaluation.hurry());
        }
        return true;
    }

    Trial result() {
        List<Transition> told = new ArrayList<>(decided.transitions());
        told.removeIf(each -> each.from() == each.to());
        return new Trial(
                dataFrom,
                evaluation
                        .watermark()
                        .map(until -> until.isAfter(to) ? to : until)
                        .orElse(null),
                decided.evaluations(),
                decided.breaches(),
                (int) told.stream()
                        .filter(each -> !each.from().active() && each.to().active())
                        .count(),
                (int) told.stream()
                        .filter(each -> each.from().active() && each.to() == State.NORMAL)
                        .count(),
                told.subList(0, Math.min(Trial.MOST, told.size())),
                Math.max(0, told.size() - Trial.MOST),
                evaluator.census().leftOut().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }
}
