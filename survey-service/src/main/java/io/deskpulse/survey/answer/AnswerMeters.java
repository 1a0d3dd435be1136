package io.deskpulse.survey.answer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what became of answers. No tenant is a label: their number has no bound. Thread-safe. */
@Singleton
class AnswerMeters {
    private final MeterRegistry meters;

    AnswerMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Taken taken) {
        meters.counter("deskpulse.survey.answers", "result", result(taken)).increment();
    }

    private static String result(Taken taken) {
        if (taken instanceof Taken.Kept kept) {
            return kept.changed() ? "kept" : "same";
        }
        return "refused";
    }
}
