package io.deskpulse.metrics.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.deskpulse.contracts.measurement.Measurement;

/** Measurements as JSON. Thread-safe. */
final class MeasurementJson {
    private static final ObjectWriter WRITER = new ObjectMapper().writerFor(Measurement.class);

    private MeasurementJson() {}

    static byte[] write(Measurement measurement) {
        try {
            return WRITER.writeValueAsBytes(measurement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a measurement that cannot be written", e);
        }
    }
}
