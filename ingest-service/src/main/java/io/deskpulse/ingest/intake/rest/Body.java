package io.deskpulse.ingest.intake.rest;

import io.deskpulse.contracts.event.reading.Attributes;
import io.deskpulse.contracts.event.reading.EventSlices;
import io.deskpulse.ingest.intake.Submission;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import java.io.IOException;
import java.util.function.Function;

/** A request's body on its way to a submission: inflated, measured and taken apart. Stateless. */
final class Body {
    private Body() {}

    /**
     * @param header gives the value of a header, or null
     * @throws ProblemException where the request as a whole cannot be taken
     */
    static Submission submission(String tenant, byte[] sent, Function<String, String> header, long receivedMillis) {
        Mode mode = Mode.of(header.apply("Content-Type"));
        if (mode == null) {
            throw Problems.unsupportedMediaType().toException();
        }
        byte[] body = inflated(sent == null ? new byte[0] : sent, header.apply("Content-Encoding"));
        if (body.length > Submission.MAX_BYTES) {
            throw Problems.tooManyBytes().toException();
        }
        Attributes attributes = mode == Mode.BINARY ? BinaryHeaders.read(header) : null;
        if (mode == Mode.BINARY && attributes == null) {
            throw Problems.noCeHeaders().toException();
        }
        return new Submission(tenant, body, slices(mode, body), attributes, receivedMillis);
    }

    private static byte[] inflated(byte[] body, String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw Problems.unsupportedEncoding().toException();
        }
        try {
            return GzipBody.inflate(body, Submission.MAX_BYTES);
        } catch (IOException e) {
            throw Problems.noGzip().toException();
        }
    }

    private static EventSlices slices(Mode mode, byte[] body) {
        EventSlices slices =
                switch (mode) {
                    case STRUCTURED, BINARY -> EventSlices.ofOne(body);
                    case BATCH -> EventSlices.ofBatch(body, Submission.MAX_EVENTS);
                    case LINES -> EventSlices.ofLines(body, Submission.MAX_EVENTS);
                };
        Problem problem = problemOf(slices, mode, body);
        if (problem != null) {
            throw problem.toException();
        }
        return slices;
    }

    private static Problem problemOf(EventSlices slices, Mode mode, byte[] body) {
        if (slices.fault() != null) {
            return Problems.malformed(slices.fault().detail());
        }
        if (slices.size() == 0 || mode == Mode.STRUCTURED && body.length == 0) {
            return Problems.empty();
        }
        return slices.size() > Submission.MAX_EVENTS ? Problems.tooManyEvents() : null;
    }
}
