package io.deskpulse.metrics.query.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Why a question is not answered, as a problem document. */
public final class RefusalProblems {
    private RefusalProblems() {}

    /** The problem of a refusal. */
    public static Problem of(Refusal refusal) {
        Problem problem =
                switch (refusal.reason()) {
                    case INVALID -> Problem.invalidParameter(refusal.parameter(), refusal.detail());
                    case UNKNOWN_METRIC -> problem("unknown-metric", 404, "Unknown metric", refusal);
                    case NOT_LIVE -> problem("metric-not-live", 422, "Metric not live", refusal);
                    case NOT_KEPT -> problem("range-not-kept", 422, "Range not kept", refusal);
                    case TOO_LARGE -> problem("question-too-large", 422, "Question too large", refusal);
                };
        return problem.with("parameter", refusal.parameter());
    }

    private static Problem problem(String name, int status, String title, Refusal refusal) {
        return Problem.of(name, status, title, refusal.parameter() + ": " + refusal.detail());
    }

    /** The problem of a refusal as JSON. */
    public static String text(Refusal refusal) {
        return new String(AnswerWriter.bytes(json -> write(json, refusal)), StandardCharsets.UTF_8);
    }

    static void write(JsonGenerator json, Refusal refusal) throws IOException {
        Problem problem = of(refusal);
        json.writeStartObject();
        json.writeStringField("type", problem.type());
        json.writeStringField("title", problem.title());
        json.writeNumberField("status", problem.status());
        json.writeStringField("detail", problem.detail());
        for (Map.Entry<String, Object> member : problem.members().entrySet()) {
            json.writeStringField(member.getKey(), member.getValue().toString());
        }
        json.writeEndObject();
    }
}
