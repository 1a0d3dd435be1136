package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.localstack.replay.MetricsClient.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every live metric over one range.
 *
 * @param range what was asked for
 * @param metrics one answer of the query API, or the problem it gave, for each metric; each names its {@code metric}
 */
public record MetricsReport(Range range, List<JsonNode> metrics) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99");

    /** Asks for all live metrics in one question. */
    public static MetricsReport of(MetricsClient client, Range range) throws IOException {
        var ids =
                client.live().stream().map(metric -> metric.path("id").asText()).toList();
        var answers = client.totals(range, ids);
        var named = new ArrayList<JsonNode>();
        for (var index = 0; index < ids.size(); index++) {
            var answer = JSON.createObjectNode().put("metric", ids.get(index));
            answers.get(index).fields().forEachRemaining(field -> answer.set(field.getKey(), field.getValue()));
            named.add(answer);
        }
        return new MetricsReport(range, named);
    }

    /** As JSON: range and answers as the query API gave them. */
    public JsonNode json() {
        var report = JSON.createObjectNode();
        report.put("from", range.from().toString());
        report.put("to", range.to().toString());
        report.putArray("metrics").addAll(metrics);
        return report;
    }

    /** As a table: a line for each metric (and currency). */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(row("metric", "value", "unit", "counted", "95 % interval", ""));
        metrics.forEach(metric -> addLines(metric, lines));
        return lines;
    }

    private static void addLines(JsonNode metric, List<String> lines) {
        var id = metric.path("metric").asText();
        var series = metric.path("series");
        if (!series.isArray()) {
            lines.add(row(id, "?", "", "", "", Problems.told(metric.has("problem") ? metric.path("problem") : metric)));
            return;
        }
        for (var one : series) {
            for (var point : one.path("points")) {
                lines.add(row(
                        id,
                        number(point.path("value")),
                        metric.path("unit").asText(""),
                        counted(point),
                        interval(point),
                        notes(one, point)));
            }
        }
        if (series.isEmpty()) {
            lines.add(row(id, "-", metric.path("unit").asText(""), "", "", "no data"));
        }
    }

    private static String counted(JsonNode point) {
        var numerator = point.path("numerator");
        var denominator = point.path("denominator");
        return (numerator.isNumber() ? number(numerator) : "")
                + (denominator.isNumber() ? " / " + number(denominator) : "");
    }

    private static String interval(JsonNode point) {
        var low = point.path("low");
        return low.isNumber() ? number(low) + " to " + number(point.path("high")) : "";
    }

    private static String notes(JsonNode series, JsonNode point) {
        var notes = new ArrayList<String>();
        series.path("dimensions").forEach(value -> notes.add(value.asText()));
        var stats = point.path("stats");
        for (var percentile : PERCENTILES) {
            if (stats.path(percentile).isNumber()) {
                notes.add(percentile + " " + number(stats.path(percentile)));
            }
        }
        if (point.has("distribution")) {
            var numbers = new ArrayList<String>();
            point.path("distribution")
                    .fields()
                    .forEachRemaining(score ->
                            numbers.add(score.getKey() + ": " + score.getValue().asLong()));
            notes.add(String.join(" ", numbers));
        }
        if (point.path("lowSample").asBoolean()) {
            notes.add("low sample");
        }
        return String.join(", ", notes);
    }

    /** Whole numbers as they are, others with four significant digits or more. */
    static String number(JsonNode value) {
        if (!value.isNumber()) {
            return value.isTextual() ? value.asText() : "-";
        }
        var number = value.asDouble();
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.format(Locale.ROOT, "%d", (long) number);
        }
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.4f" : "%.2f", number);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-30s %12s %-9s %-19s %-20s %s", (Object[]) cells)
                .stripTrailing();
    }
}
