package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.contracts.event.ClockAdvanced;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts one partition's events of one tenant again, from the first one kept, in memory. It shares the rules of subjects
 * with the counters, and nothing else: no batches, no cache, no timers, no store. Used by one thread.
 */
final class Recount {
    private final Subjects rules;
    private final RecountedFacts facts;
    private final Map<SubjectKey, Subject> subjects = new HashMap<>();
    private long observedMillis = Long.MIN_VALUE;
    private long declaredMillis = Long.MIN_VALUE;
    private long events;
    private long duplicates;

    Recount(Subjects rules, Range range) {
        this.rules = rules;
        this.facts = new RecountedFacts(range);
    }

    /** Applies the next event. */
    void apply(Event event, long arrivalMillis) {
        events++;
        observedMillis = Math.max(observedMillis, event.timeMillis());
        if (event.data() instanceof ClockAdvanced) {
            // What is declared over is over before anything that comes later, so this cannot wait until the end.
            declaredMillis = Math.max(declaredMillis, event.timeMillis());
            timeOut(arrivalMillis);
            return;
        }
        SubjectKey key = rules.keyOf(event);
        if (key == null) {
            return;
        }
        facts.arrivedAt(arrivalMillis);
        Subject subject = subjects.computeIfAbsent(key, rules::create);
        if (!subject.apply(event, new Subject.Arrival(arrivalMillis, observedMillis), facts, journey -> {})) {
            duplicates++;
        }
    }

    /** Closes what time has closed by now. */
    void timeOut(long wallMillis) {
        facts.arrivedAt(wallMillis);
        Subject.Clocks clocks = new Subject.Clocks(observedMillis, declaredMillis, wallMillis);
        subjects.values().forEach(subject -> subject.timeOut(clocks, facts, journey -> {}));
    }

    Map<Cell, Tally> cells() {
        return facts.cells();
    }

    long events() {
        return events;
    }

    long duplicates() {
        return duplicates;
    }
}
