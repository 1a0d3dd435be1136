package io.deskpulse.metrics.stream.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.metrics.query.rest.CutParameters;
import io.deskpulse.metrics.stream.Subscription;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listener wants, as the parameters of an address. */
class StreamParameters extends CutParameters {
    private static final Set<String> OWN = Set.of("metrics", "window", "every");

    @QueryParam("metrics")
    @Parameter(
            required = true,
            description = "Ids, separated by commas; 1 to 20",
            schema = @Schema(type = SchemaType.STRING, examples = "conversations_started,resolution_rate"))
    String metrics;

    @QueryParam("window")
    @Parameter(
            description = "How much time a total covers: 1m to 48h",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "24h"))
    String window;

    @QueryParam("every")
    @Parameter(
            description = "How often numbers are looked at, at the most: 1s to 1h",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "1s"))
    String every;

    /** What is listened to; a parameter that is unknown, stands twice, or asks too much is a problem. */
    Subscription subscription() {
        check(OWN);
        List<String> ids = list(metrics);
        if (ids == null) {
            throw Problem.invalidParameter("metrics", "give the ids of the metrics to listen to, separated by commas")
                    .toException();
        }
        try {
            return new Subscription(
                    ids, by(), where(), zone(), duration("window", window, "24h"), duration("every", every, "1s"));
        } catch (IllegalArgumentException e) {
            String[] fault = e.getMessage().split(": ", 2);
            throw Problem.invalidParameter(fault[0], fault[1]).toException();
        }
    }

    /** {@code 90s}, {@code 15m}, {@code 24h}. */
    private static Duration duration(String name, String given, String usual) {
        String text = text(given) == null ? usual : text(given);
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": need a duration as 90s, 15m or 24h", e);
        }
    }
}
