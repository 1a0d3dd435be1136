package io.deskpulse.endtoend.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The spans of one trace, as OTLP JSON and as a tree for people. Immutable. */
record Trace(List<ExportedSpan> spans) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;

    Trace {
        spans = spans.stream()
                .sorted(Comparator.comparingLong(ExportedSpan::startNanos).thenComparing(ExportedSpan::spanId))
                .toList();
    }

    /** The first of that name in a service; the earliest one. */
    Optional<ExportedSpan> find(String service, String name) {
        return first(span -> span.service().equals(service) && span.name().equals(name));
    }

    Optional<ExportedSpan> parent(ExportedSpan of) {
        return first(span -> span.spanId().equals(of.parentId()));
    }

    private Optional<ExportedSpan> first(Predicate<ExportedSpan> which) {
        return spans.stream().filter(which).findFirst();
    }

    /** Only what a span descends from, and the span. */
    Trace leadingTo(ExportedSpan last) {
        List<ExportedSpan> line = new ArrayList<>();
        for (Optional<ExportedSpan> next = Optional.of(last); next.isPresent(); next = parent(next.get())) {
            line.add(next.get());
        }
        return new Trace(line);
    }

    /** One line for each span, milliseconds since the beginning, indented below its parent. */
    String tree() {
        StringBuilder text = new StringBuilder();
        spans.stream().filter(span -> parent(span).isEmpty()).forEach(root -> tree(root, 0, text));
        return text.toString();
    }

    private void tree(ExportedSpan span, int depth, StringBuilder text) {
        long begin = spans.get(0).startNanos();
        text.append(String.format(
                Locale.ROOT,
                "%8.1f ms  %8.1f ms  %-16s  %s%s (%s)%n",
                (span.startNanos() - begin) / NANOS_PER_MILLI,
                (span.endNanos() - span.startNanos()) / NANOS_PER_MILLI,
                span.service(),
                "  ".repeat(depth),
                span.name(),
                span.kindName()));
        spans.stream()
                .filter(child -> child.parentId().equals(span.spanId()))
                .forEach(child -> tree(child, depth + 1, text));
    }

    /** As an OTLP file has it: {@code {"resourceSpans": [...]}}, ids in hexadecimal. */
    JsonNode otlp() {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode resources = file.putArray("resourceSpans");
        Map<String, List<ExportedSpan>> services =
                spans.stream().collect(Collectors.groupingBy(ExportedSpan::service, TreeMap::new, Collectors.toList()));
        services.forEach((service, own) -> {
            ObjectNode resource = resources.addObject();
            attribute(resource.putObject("resource").putArray("attributes"), "service.name", service);
            ArrayNode array = resource.putArray("scopeSpans").addObject().putArray("spans");
            own.forEach(span -> write(span, array.addObject()));
        });
        return file;
    }

    private static void write(ExportedSpan span, ObjectNode into) {
        into.put("traceId", span.traceId())
                .put("spanId", span.spanId())
                .put("parentSpanId", span.parentId())
                .put("name", span.name())
                .put("kind", span.kind())
                .put("startTimeUnixNano", String.valueOf(span.startNanos()))
                .put("endTimeUnixNano", String.valueOf(span.endNanos()));
        ArrayNode attributes = into.putArray("attributes");
        span.attributes().forEach((key, value) -> attribute(attributes, key, value));
        if (span.failed()) {
            into.putObject("status").put("code", 2);
        }
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        ObjectNode pair = attributes.addObject().put("key", key);
        if (value.matches("\\d{1,18}") && !key.endsWith(".id")) {
            pair.putObject("value").put("intValue", value);
        } else {
            pair.putObject("value").put("stringValue", value);
        }
    }

    /** What such a file holds. */
    static Trace read(Path otlp) {
        try {
            List<ExportedSpan> spans = new ArrayList<>();
            for (JsonNode resource : JSON.readTree(otlp.toFile()).path("resourceSpans")) {
                String service =
                        resource.at("/resource/attributes/0/value/stringValue").asText();
                for (JsonNode span : resource.at("/scopeSpans/0/spans")) {
                    spans.add(read(service, span));
                }
            }
            return new Trace(spans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportedSpan read(String service, JsonNode span) {
        Map<String, String> attributes = new TreeMap<>();
        span.path("attributes")
                .forEach(pair -> attributes.put(
                        pair.path("key").asText(),
                        pair.path("value").elements().next().asText()));
        return new ExportedSpan(
                service,
                span.path("traceId").asText(),
                span.path("spanId").asText(),
                span.path("parentSpanId").asText(),
                span.path("name").asText(),
                span.path("kind").asInt(),
                span.path("startTimeUnixNano").asLong(),
                span.path("endTimeUnixNano").asLong(),
                attributes,
                List.of(),
                span.path("status").path("code").asInt() == 2);
    }

    void write(Path otlp) {
        try {
            Files.createDirectories(otlp.getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(otlp.toFile(), otlp());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
