package io.deskpulse.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.reference.Expected;
import io.deskpulse.endtoend.reference.Group;
import io.deskpulse.endtoend.reference.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares one point of an answer with what it must be. */
final class Numbers {
    /** Sums are whole milliseconds, or millionths: what is left is the rounding of a division. */
    private static final double ROUNDING = 1e-6;

    private static final double SKETCH = 0.01 + 1e-9;
    /** Four standard errors of a HyperLogLog. */
    private static final double DISTINCT = 0.0325;

    private final String metric;
    private final String kind;
    private final Group group;
    private final Range bucket;
    private final List<String> differences = new ArrayList<>();

    Numbers(String metric, String kind, Group group, Range bucket) {
        this.metric = metric;
        this.kind = kind;
        this.group = group;
        this.bucket = bucket;
    }

    List<String> differences() {
        return differences;
    }

    /** @param point null where the answer has no such series */
    void compare(Expected expected, JsonNode point) {
        if (point == null) {
            boolean nothing = expected.value() == null || expected.value() == 0;
            if (!nothing) {
                differ("value", expected.value(), "no series");
            }
            return;
        }
        if (!Instant.parse(point.get("start").asText()).equals(Instant.ofEpochMilli(bucket.from()))) {
            differ("start", Instant.ofEpochMilli(bucket.from()), point.get("start"));
        }
        boolean estimated = kind.equals("percentile") && !metric.equals("session_duration");
        compare("value", expected.value(), point.get("value"), estimated ? SKETCH : tolerance());
        compareParts(expected, point);
        compareStats(expected, point.path("stats"));
        expected.distribution()
                .forEach((score, number) -> compare(
                        "score " + score, number, point.path("distribution").get(score), 0));
        checkInterval(point);
    }

    private void compareParts(Expected expected, JsonNode point) {
        if (kind.equals("rate") && expected.numerator() != null) {
            compare("numerator", expected.numerator(), point.get("numerator"), ROUNDING);
            compare("denominator", expected.denominator(), point.get("denominator"), 0);
        }
        if (kind.equals("mean")) {
            compare("denominator", expected.denominator(), point.get("denominator"), 0);
        }
    }

    private void compareStats(Expected expected, JsonNode stats) {
        expected.stats()
                .forEach((stat, value) ->
                        compare(stat, value, stats.get(stat), stat.equals("mean") ? ROUNDING : SKETCH));
    }

    private void checkInterval(JsonNode point) {
        if (!point.path("low").isNumber() || !point.path("value").isNumber()) {
            return;
        }
        double low = point.get("low").asDouble();
        double value = point.get("value").asDouble();
        double high = point.get("high").asDouble();
        if (low > value + ROUNDING || value > high + ROUNDING) {
            differ("interval", "around " + value, low + " to " + high);
        }
        if (kind.equals("rate") && (low < 0 || high > 1 || value > 1)) {
            differ("interval", "within 0 and 1", low + " to " + high);
        }
    }

    private double tolerance() {
        return kind.equals("distinct") ? DISTINCT : ROUNDING;
    }

    private void compare(String what, Double expected, JsonNode actual, double tolerance) {
        boolean none = actual == null || actual.isNull();
        if (expected == null || none) {
            if (expected != null || !none) {
                differ(what, expected, actual);
            }
            return;
        }
        double allowed = tolerance * Math.abs(expected) + (tolerance == 0 ? 0 : 1e-9);
        if (Math.abs(actual.asDouble() - expected) > allowed) {
            differ(what, expected, actual);
        }
    }

    private void differ(String what, Object expected, Object actual) {
        differences.add("%s %s, %s to %s: %s: expected %s, got %s"
                .formatted(
                        metric,
                        group,
                        Instant.ofEpochMilli(bucket.from()),
                        Instant.ofEpochMilli(bucket.to()),
                        what,
                        expected,
                        actual));
    }
}
