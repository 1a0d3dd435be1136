package io.deskpulse.ingest.intake.rest;

import io.deskpulse.ingest.intake.Submission;
import io.deskpulse.kit.problem.Problem;

/** The problems a whole request can have. */
final class Problems {
    private static final String MODES =
            "application/cloudevents+json, application/cloudevents-batch+json, application/x-ndjson, "
                    + "or application/json with ce- headers";

    private Problems() {}

    static Problem unsupportedMediaType() {
        return Problem.of(
                "unsupported-media-type", 415, "Unsupported media type", "Send one of: " + MODES + "; in UTF-8.");
    }

    static Problem noCeHeaders() {
        return Problem.of(
                "unsupported-media-type",
                415,
                "Unsupported media type",
                "application/json is the binary mode, which needs ce- headers; else send application/cloudevents+json.");
    }

    static Problem unsupportedEncoding() {
        return Problem.of(
                "unsupported-content-encoding", 415, "Unsupported content encoding", "Send gzip, or no encoding.");
    }

    static Problem noGzip() {
        return Problem.invalidBody("", "The body is not gzip, as Content-Encoding says; send it as it says.");
    }

    static Problem malformed(String detail) {
        return Problem.invalidBody("", detail);
    }

    static Problem empty() {
        return Problem.invalidBody("", "There is no event in the body; send at least one.");
    }

    static Problem tooManyBytes() {
        return Problem.of(
                "too-large",
                413,
                "Too large",
                "A request may have " + Submission.MAX_BYTES + " bytes, counted after inflating; split it.");
    }

    static Problem tooManyEvents() {
        return Problem.of(
                "too-large", 413, "Too large", "A request may have " + Submission.MAX_EVENTS + " events; split it.");
    }
}
