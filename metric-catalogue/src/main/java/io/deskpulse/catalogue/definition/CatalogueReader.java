package io.deskpulse.catalogue.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads metrics from YAML, by hand: no reflection in a native image, and a fault names its entry. */
final class CatalogueReader {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "version",
            "name",
            "description",
            "unit",
            "kind",
            "formula",
            "numerator",
            "less",
            "weights",
            "denominator",
            "from",
            "stat",
            "cohort",
            "exclusions",
            "direction",
            "target",
            "rows",
            "parts",
            "dimensions",
            "live",
            "needs");

    private CatalogueReader() {}

    static List<Metric> read(InputStream yaml) throws IOException {
        List<Metric> metrics = new ArrayList<>();
        for (JsonNode entry : new YAMLMapper().readTree(yaml).path("metrics")) {
            String id = entry.path("id").asText("number " + (metrics.size() + 1));
            try {
                metrics.add(metric(entry));
            } catch (IllegalArgumentException e) {
                throw new InvalidCatalogueException(id, e.getMessage(), e);
            }
        }
        return metrics;
    }

    private static Metric metric(JsonNode entry) {
        entry.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException(field + ": there is no such field");
            }
        });
        return new Metric(
                text(entry, "id"),
                entry.path("version").asInt(),
                words(entry, "name"),
                words(entry, "description"),
                constant(Unit.class, text(entry, "unit"), "unit"),
                constant(Kind.class, text(entry, "kind"), "kind"),
                constant(Formula.class, text(entry, "formula"), "formula"),
                inputs(entry),
                entry.has("stat") ? constant(Stat.class, text(entry, "stat"), "stat") : null,
                constant(Cohort.class, text(entry, "cohort"), "cohort"),
                constants(Exclusion.class, entry, "exclusions"),
                constant(Direction.class, text(entry, "direction"), "direction"),
                target(entry.path("target")),
                rows(entry.path("rows")),
                entry.path("dimensions").asBoolean(true),
                flag(entry, "live"),
                constants(Need.class, entry, "needs"));
    }

    private static Inputs inputs(JsonNode entry) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        entry.path("parts").fields().forEachRemaining(part -> {
            Map<String, String> measures = new LinkedHashMap<>();
            part.getValue()
                    .fields()
                    .forEachRemaining(
                            each -> measures.put(each.getKey(), each.getValue().asText()));
            parts.put(part.getKey(), java.util.Collections.unmodifiableMap(measures));
        });
        return new Inputs(
                texts(entry, "numerator"),
                texts(entry, "less"),
                texts(entry, "weights"),
                texts(entry, "denominator"),
                entry.has("from") ? (Integer) entry.get("from").asInt() : null,
                parts);
    }

    private static Target target(JsonNode target) {
        return target.isMissingNode()
                ? null
                : new Target(
                        target.has("stat") ? constant(Stat.class, text(target, "stat"), "target: stat") : null,
                        target.has("at_least") ? target.get("at_least").asDouble() : null,
                        target.has("at_most") ? target.get("at_most").asDouble() : null,
                        target.path("source").asText(null));
    }

    private static Rows rows(JsonNode rows) {
        return new Rows(
                rows.path("of").asText(null),
                rows.path("where").asText(null),
                rows.path("hit").asText(null));
    }

    private static Text words(JsonNode entry, String field) {
        try {
            JsonNode words = entry.path(field);
            return new Text(words.path("en").asText(null), words.path("zh").asText(null));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + "." + e.getMessage(), e);
        }
    }

    private static String text(JsonNode entry, String field) {
        if (!entry.path(field).isTextual()) {
            throw new IllegalArgumentException(field + ": missing, or not a text");
        }
        return entry.get(field).asText();
    }

    private static boolean flag(JsonNode entry, String field) {
        if (!entry.path(field).isBoolean()) {
            throw new IllegalArgumentException(field + ": need true or false");
        }
        return entry.get(field).asBoolean();
    }

    private static List<String> texts(JsonNode entry, String field) {
        List<String> texts = new ArrayList<>();
        entry.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, JsonNode entry, String field) {
        Set<E> constants = EnumSet.noneOf(type);
        texts(entry, field).forEach(each -> constants.add(constant(type, each, field)));
        return constants;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String id, String field) {
        try {
            return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": unknown value " + id, e);
        }
    }
}
