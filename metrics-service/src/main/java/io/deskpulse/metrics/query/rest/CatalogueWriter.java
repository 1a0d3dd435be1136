package io.deskpulse.metrics.query.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Exclusion;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Need;
import io.deskpulse.catalogue.definition.Rows;
import io.deskpulse.catalogue.definition.Target;
import io.deskpulse.catalogue.definition.Text;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;

/** Writes the catalogue as JSON. */
final class CatalogueWriter {
    private CatalogueWriter() {}

    static byte[] write(Catalogue catalogue) {
        return AnswerWriter.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("metrics");
            for (Metric metric : catalogue.metrics()) {
                metric(json, metric);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void metric(JsonGenerator json, Metric metric) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", metric.id());
        json.writeNumberField("version", metric.version());
        text(json, "name", metric.name());
        text(json, "description", metric.description());
        json.writeStringField("unit", metric.unit().id());
        json.writeStringField("kind", metric.kind().id());
        json.writeStringField(
                "stat", metric.stat() == null ? null : metric.stat().id());
        json.writeStringField("cohort", metric.cohort().id());
        texts(
                json,
                "exclusions",
                metric.exclusions().stream().map(Exclusion::id).sorted());
        json.writeStringField("direction", metric.direction().id());
        target(json, metric.target());
        json.writeStringField("formula", metric.formula().id());
        strings(json, "numerator", metric.inputs().numerator());
        strings(json, "less", metric.inputs().less());
        strings(json, "weights", metric.inputs().weights());
        strings(json, "denominator", metric.inputs().denominator());
        if (metric.inputs().from() != null) {
            json.writeNumberField("from", metric.inputs().from());
        }
        texts(json, "dimensions", dimensions(metric));
        rows(json, metric.rows());
        json.writeNumberField("minimumSample", Metric.MINIMUM_SAMPLE);
        json.writeBooleanField("live", metric.live());
        texts(json, "needs", metric.needs().stream().map(Need::id).sorted());
        json.writeEndObject();
    }

    private static Stream<String> dimensions(Metric metric) {
        Stream<String> all =
                metric.dimensional() ? Stream.of(Dimension.values()).map(Dimension::id) : Stream.empty();
        return Stream.concat(all, metric.parts().keySet().stream());
    }

    /** Writes the field {@code target}; null where there is none. */
    static void target(JsonGenerator json, Target target) throws IOException {
        if (target == null) {
            json.writeNullField("target");
            return;
        }
        json.writeObjectFieldStart("target");
        if (target.stat() != null) {
            json.writeStringField("stat", target.stat().id());
        }
        if (target.atLeast() != null) {
            json.writeNumberField("atLeast", target.atLeast());
        }
        if (target.atMost() != null) {
            json.writeNumberField("atMost", target.atMost());
        }
        json.writeStringField("source", target.source());
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, Rows rows) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeStringField("of", rows.of());
        json.writeStringField("where", rows.where());
        json.writeStringField("hit", rows.hit());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, Text text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("en", text.en());
        json.writeStringField("zh", text.zh());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String field, Stream<String> values) throws IOException {
        strings(json, field, values.toList());
    }
}
