package io.deskpulse.metrics.query.rest;

import io.deskpulse.metrics.query.Asked;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A question about one metric, as the parameters of an address. */
class QuestionParameters extends CutParameters {
    private static final Set<String> OWN = Set.of("from", "to", "step", "compare", "stat");

    @QueryParam("from")
    @Parameter(
            description = "Begin: RFC 3339, or a date in the zone. Default: 24 hours before `to`",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-11-14"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "End, itself outside: RFC 3339, or a date in the zone. Default: now",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-11-21T16:00:00+08:00"))
    String to;

    @QueryParam("step")
    @Parameter(
            description =
                    "Length of the buckets. Weeks begin on Monday. The range is widened to whole buckets; a total to"
                            + " whole minutes",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"total", "minute", "hour", "day", "week", "month"},
                            defaultValue = "total"))
    String step;

    @QueryParam("compare")
    @Parameter(
            description = "`previous` adds the same of the period before to each point",
            schema = @Schema(type = SchemaType.STRING, enumeration = "previous"))
    String compare;

    @QueryParam("stat")
    @Parameter(
            description = "What of a distribution is the value; each metric has its own default",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"p50", "p90", "p95", "p99", "mean", "count"}))
    String stat;

    /** The question; a parameter that is unknown, or stands twice, is a problem. */
    Asked about(String metric) {
        check(OWN);
        return new Asked(metric, text(from), text(to), text(step), by(), where(), zone(), text(compare), text(stat));
    }
}
