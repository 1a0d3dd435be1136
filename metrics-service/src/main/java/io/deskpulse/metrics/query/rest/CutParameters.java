package io.deskpulse.metrics.query.rest;

import io.deskpulse.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the address of every question may say: how numbers are cut, what is counted, by whose calendar. */
public class CutParameters {
    private static final Set<String> OWN = Set.of("by", "where", "zone");

    @QueryParam("by")
    @Parameter(
            description = "Dimensions to split by, separated by commas; `sender` for messages",
            schema = @Schema(type = SchemaType.STRING, examples = "channel,variant"))
    String by;

    @QueryParam("where")
    @Parameter(
            description =
                    "What is counted: dimension:value|value,dimension:value; `currency` for costs, `sender` for messages",
            schema = @Schema(type = SchemaType.STRING, examples = "scene:presales|aftersales,language:zh-cn"))
    String where;

    @QueryParam("zone")
    @Parameter(
            description = "By whose calendar: Area/City",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "UTC", examples = "Asia/Shanghai"))
    String zone;

    @Context
    UriInfo address;

    /** Dimensions to split by; null for none. */
    public List<String> by() {
        return list(by);
    }

    /** {@code dimension:value|value,dimension:value}; null for nothing. */
    public Map<String, List<String>> where() {
        String conditions = text(where);
        if (conditions == null) {
            return null;
        }
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        for (String condition : conditions.split(",", -1)) {
            int colon = condition.indexOf(':');
            if (colon < 1 || colon == condition.length() - 1) {
                throw Problem.invalidParameter(
                                "where", "need dimension:value or dimension:value|value, separated by commas")
                        .toException();
            }
            List<String> values = Arrays.asList(condition.substring(colon + 1).split("\\|", -1));
            if (allowed.put(condition.substring(0, colon).strip(), values) != null) {
                throw Problem.invalidParameter("where", "the same dimension stands twice; separate its values by |")
                        .toException();
            }
        }
        return allowed;
    }

    /** The name of a time zone, or null. */
    public String zone() {
        return text(zone);
    }

    /**
     * Rejects a parameter that is neither one of these nor among the further ones, or that stands twice: a typing error
     * must not change a number.
     */
    protected final void check(Set<String> further) {
        Set<String> known = new TreeSet<>(OWN);
        known.addAll(further);
        for (Map.Entry<String, List<String>> parameter :
                address.getQueryParameters().entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw Problem.invalidParameter(
                                parameter.getKey(),
                                "there is no such parameter; possible are " + String.join(", ", known))
                        .toException();
            }
            if (parameter.getValue().size() > 1) {
                throw Problem.invalidParameter(parameter.getKey(), "it stands twice; separate values by commas")
                        .toException();
            }
        }
    }

    /** The value of a parameter, or null where it is absent or empty. */
    protected static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Values separated by commas; null for none. */
    protected static List<String> list(String values) {
        String text = text(values);
        return text == null
                ? null
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
