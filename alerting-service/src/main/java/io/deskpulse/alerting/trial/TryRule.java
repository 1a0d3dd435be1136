package io.deskpulse.alerting.trial;

import io.deskpulse.alerting.evaluation.EvaluationSettings;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.MeasurementHistory;
import io.deskpulse.alerting.evaluation.Wording;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tries a rule on what the topic of measurements still holds. Nothing is stored and nobody is told. Calls block; thread-safe. */
@Singleton
public class TryRule {
    private static final int LOOK_AT_THE_TIME_EVERY = 512;

    private final MeasurementHistory history;
    private final Catalogue catalogue;
    private final Wording wording;
    private final EvaluationSettings evaluation;
    private final TrialSettings settings;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    TryRule(
            MeasurementHistory history,
            Catalogue catalogue,
            Wording wording,
            EvaluationSettings evaluation,
            TrialSettings settings,
            Clock clock) {
        this.history = history;
        this.catalogue = catalogue;
        this.wording = wording;
        this.evaluation = evaluation;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of trying. */
    public sealed interface Outcome {
        /** The rule was tried. */
        record Tried(Trial trial) implements Outcome {}

        /** The tenant tries another rule already. */
        record Busy() implements Outcome {}

        /**
         * There was more to read than time.
         *
         * @param trial as far as it came
         */
        record TookTooLong(Trial trial) implements Outcome {}
    }

    /**
     * Says when a rule would have fired and ended.
     *
     * @param from the first moment that is judged
     * @param to the last
     */
    public Outcome run(Rule rule, Instant from, Instant to) {
        if (!busy.add(rule.tenant())) {
            return new Outcome.Busy();
        }
        try {
            return runAlone(rule, from, to);
        } finally {
            busy.remove(rule.tenant());
        }
    }

    private Outcome runAlone(Rule rule, Instant from, Instant to) {
        Evaluator evaluator = new Evaluator(List.of(rule), catalogue, wording, clock);
        TrialRun run = new TrialRun(rule.tenant(), evaluator, evaluation.hurryEvery(), from, to);
        Instant start = from.minusMillis(evaluator.needs().lookBackMillis(Granularity.MINUTE))
                .minus(evaluation.readBack());
        Deadline deadline = new Deadline(clock.instant().plus(settings.longest()));
        history.read(rule.tenant(), start, item -> run.take(item) && deadline.allows());
        return deadline.passed ? new Outcome.TookTooLong(run.result()) : new Outcome.Tried(run.result());
    }

    private final class Deadline {
        private final Instant until;
        private int looked;
        private boolean passed;

        private Deadline(Instant until) {
            this.until = until;
        }

        private boolean allows() {
            passed = ++looked % LOOK_AT_THE_TIME_EVERY == 0 && clock.instant().isAfter(until);
            return !passed;
        }
    }
}
