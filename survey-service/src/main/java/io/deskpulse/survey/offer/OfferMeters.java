package io.deskpulse.survey.offer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what became of offers asked for. No tenant is a label: their number has no bound. Thread-safe. */
@Singleton
public class OfferMeters {
    private final MeterRegistry meters;

    OfferMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(Offered offered) {
        meters.counter("deskpulse.survey.offers", "result", result(offered)).increment();
    }

    private static String result(Offered offered) {
        if (offered instanceof Offered.Declined declined) {
            return declined.reason().code();
        }
        return offered instanceof Offered.Made ? "made" : "unknown-survey";
    }
}
