package io.deskpulse.metrics.query.rest;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.Asked;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Several questions.
 *
 * @param queries at least one, at most {@value #MOST}
 */
@RegisterForReflection
@Schema(name = "Questions", description = "Several questions; each gets its own answer or problem")
record QuestionsBody(List<One> queries) {
    static final int MOST = 100;

    /** The questions; too many, or none, are a problem. */
    List<Asked> asked() {
        if (queries == null || queries.isEmpty() || queries.size() > MOST) {
            throw Problem.invalidBody("/queries", "queries: need 1 to " + MOST + " questions")
                    .toException();
        }
        int missing = queries.indexOf(null);
        if (missing >= 0) {
            throw Problem.invalidBody("/queries/" + missing, "a question is missing; give at least its metric")
                    .toException();
        }
        return queries.stream().map(One::asked).toList();
    }

    /** One question; all but the metric may be left out. Its fields are those of {@code GET /v1/metrics/{id}}. */
    @RegisterForReflection
    @Schema(name = "Question")
    record One(
            @Schema(required = true, examples = "resolution_rate") String metric,
            @Schema(examples = "2026-11-01") String from,
            @Schema(examples = "2026-11-08") String to,
            @Schema(examples = "day") String step,
            @Schema(examples = "[\"channel\"]") List<String> by,
            @Schema(description = "allowed values by dimension", examples = "{\"scene\": [\"presales\"]}")
                    Map<String, List<String>> where,
            @Schema(examples = "Asia/Shanghai") String zone,
            @Schema(examples = "previous") String compare,
            @Schema(examples = "p90") String stat) {

        Asked asked() {
            return new Asked(metric, from, to, step, by, where, zone, compare, stat);
        }

        /** A typing error must not change a number. */
        @JsonAnySetter
        void unknown(String field, Object value) {
            throw Problem.invalidBody("/queries", "queries: a question has no field of the name " + field)
                    .toException();
        }
    }
}
