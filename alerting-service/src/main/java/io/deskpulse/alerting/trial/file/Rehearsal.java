package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.Wording;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.MeasurementReader;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One test: its series go through the evaluation of the service, minute by minute, and what stands then is compared with what is expected. A minute is
 * counted when it is over. Used by one thread, once.
 */
final class Rehearsal {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestCase test;
    private final Evaluator evaluator;
    private final MeasurementReader reader;
    private final Cells cells;
    private final Map<String, Transition> standing = new TreeMap<>();
    private Instant now;

    Rehearsal(TestCase test, String tenant, List<Rule> rules, Catalogue catalogue, Wording wording) {
        this.test = test;
        this.now = test.start();
        this.evaluator = new Evaluator(rules, catalogue, wording, () -> now);
        this.reader = new MeasurementReader(whose -> evaluator.windows());
        this.cells = new Cells(tenant);
    }

    /** What is not as expected, in words; empty where all is. */
    List<String> run() {
        List<String> failures = new ArrayList<>();
        int first =
                Math.min(0, test.series().stream().mapToInt(Series::from).min().orElse(0));
        evaluator
                .windows()
                .beginHours(
                        Math.floorDiv(start(first).toEpochMilli(), Granularity.HOUR.millis())
                                * Granularity.HOUR.millis(),
                        List.of());
        int minute = first;
        for (Expectation expectation : test.expectations()) {
            while (minute < expectation.at().toMinutes()) {
                pass(minute++);
            }
            failures.addAll(Comparison.failures(expectation, List.copyOf(standing.values())));
        }
        return failures;
    }

    private void pass(int minute) {
        cells.of(test.series(), minute, start(minute)).forEach(reader::read);
        now = start(minute).plus(MINUTE);
        note(evaluator.advance(now));
        note(evaluator.hurry(now));
    }

    private void note(Decided decided) {
        for (Transition transition : decided.transitions()) {
            if (transition.to() == State.NORMAL) {
                standing.remove(transition.fingerprint());
            } else if (transition.from() != transition.to()) {
                standing.put(transition.fingerprint(), transition);
            }
        }
    }

    private Instant start(int minute) {
        return test.start().plus(MINUTE.multipliedBy(minute));
    }
}
