package io.deskpulse.survey.result.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.result.Dimension;
import io.deskpulse.survey.result.Selection;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which offers an address asks for. */
class SelectionParameters {
    private static final Set<String> OWN = Set.of("from", "to", "zone", "version", "where");

    @QueryParam("from")
    @Parameter(
            description = "Offers made then or later: RFC 3339, or a date in the zone. Default: from the first on",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-11-01"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Offers made before: RFC 3339, or a date in the zone. Default: now",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-11-21T16:00:00+08:00"))
    String to;

    @QueryParam("zone")
    @Parameter(
            description = "By whose calendar: Area/City",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "UTC", examples = "Asia/Shanghai"))
    String zone;

    @QueryParam("version")
    @Parameter(
            description = "Offers of these versions, separated by commas; of all where it is left out",
            schema = @Schema(type = SchemaType.STRING, examples = "1,2"))
    String version;

    @QueryParam("where")
    @Parameter(
            description =
                    "dimension:value|value,dimension:value; of outcome, channel, language, handler, segment, scene, variant, region, topic, means, stratum",
            schema = @Schema(type = SchemaType.STRING, examples = "channel:web|app,handler:bot"))
    String where;

    @Context
    UriInfo address;

    /** The offers; whatever cannot be used, is unknown or stands twice is a problem that names the parameter. */
    Selection of(String tenant, UUID survey) {
        check();
        ZoneId calendar = zone();
        Optional<Instant> begin = time("from", from, calendar);
        Optional<Instant> end = time("to", to, calendar);
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            throw invalid("from", "not before to");
        }
        return new Selection(tenant, survey, begin, end, versions(), where());
    }

    /** The calendar; UTC unless it is said. */
    ZoneId zone() {
        try {
            return text(zone).map(ZoneId::of).orElse(ZoneId.of("UTC"));
        } catch (DateTimeException e) {
            throw invalid("zone", "not a time zone such as Asia/Shanghai");
        }
    }

    /** The names of further parameters. */
    Set<String> further() {
        return Set.of();
    }

    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    static RuntimeException invalid(String parameter, String detail) {
        return Problem.invalidParameter(parameter, detail).toException();
    }

    /** A typing error must not change a number. */
    private void check() {
        Set<String> known = new TreeSet<>(OWN);
        known.addAll(further());
        for (Map.Entry<String, List<String>> parameter :
                address.getQueryParameters().entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw invalid(
                        parameter.getKey(), "there is no such parameter; possible are " + String.join(", ", known));
            }
            if (parameter.getValue().size() > 1) {
                throw invalid(parameter.getKey(), "it stands twice");
            }
        }
    }

    private static Optional<Instant> time(String parameter, String value, ZoneId calendar) {
        try {
            // A plus sign that was not escaped arrives as a space.
            return text(value)
                    .map(given -> given.replace(' ', '+'))
                    .map(given -> given.contains("T")
                            ? OffsetDateTime.parse(given).toInstant()
                            : LocalDate.parse(given).atStartOfDay(calendar).toInstant());
        } catch (DateTimeException e) {
            throw invalid(parameter, "not a time as 2026-11-21T16:00:00Z, nor a date as 2026-11-21");
        }
    }

    private Set<Integer> versions() {
        try {
            return text(version).stream()
                    .flatMap(numbers -> Arrays.stream(numbers.split(",", -1)))
                    .map(number -> Integer.parseInt(number.strip()))
                    .collect(Collectors.toSet());
        } catch (NumberFormatException e) {
            throw invalid("version", "not numbers of versions, separated by commas");
        }
    }

    private Map<Dimension, List<String>> where() {
        Map<Dimension, List<String>> allowed = new EnumMap<>(Dimension.class);
        for (String condition : text(where).map(all -> all.split(",", -1)).orElse(new String[0])) {
            int colon = condition.indexOf(':');
            if (colon < 1 || colon == condition.length() - 1) {
                throw invalid("where", "need dimension:value or dimension:value|value, separated by commas");
            }
            Dimension dimension = Dimension.ofWire(condition.substring(0, colon).strip())
                    .orElseThrow(() -> invalid("where", "no such dimension; possible are " + dimensions()));
            List<String> values = Arrays.stream(condition.substring(colon + 1).split("\\|", -1))
                    .map(value -> value.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (allowed.put(dimension, values) != null) {
                throw invalid("where", "the same dimension stands twice; separate its values by |");
            }
        }
        return allowed;
    }

    private static String dimensions() {
        return Arrays.stream(Dimension.values()).map(Dimension::wire).collect(Collectors.joining(", "));
    }
}
