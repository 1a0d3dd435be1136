package io.deskpulse.survey.result.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts exports. Thread-safe. */
@Singleton
class ExportMeters {
    private final MeterRegistry meters;
    private final Counter offers;

    ExportMeters(MeterRegistry meters) {
        this.meters = meters;
        this.offers = Counter.builder("deskpulse.survey.export.offers")
                .description("Offers that were read to be exported")
                .register(meters);
    }

    void read(int more) {
        offers.increment(more);
    }

    /** An export is over: to its end, or since it failed, or since nobody wants the rest. */
    void ended(Format format, Throwable fault, boolean cancelled) {
        String result = fault != null ? "failed" : cancelled ? "left" : "done";
        meters.counter("deskpulse.survey.exports", "format", format.name().toLowerCase(Locale.ROOT), "result", result)
                .increment();
    }
}
