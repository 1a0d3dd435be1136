package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.measure.Measure;

/** How an episode ended; exactly one for each. The order of the constants is stored. */
enum Outcome {
    RESOLVED_BY_BOT(Measure.RESOLVED_BY_BOT),
    RESOLVED_BY_HUMAN(Measure.RESOLVED_BY_HUMAN),
    ABANDONED(Measure.ABANDONED),
    UNRESOLVED(Measure.UNRESOLVED);

    private final Measure measure;

    Outcome(Measure measure) {
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }

    /** The name used in journeys. */
    String value() {
        return measure.id();
    }
}
