package io.deskpulse.metrics.query;

import java.util.List;
import java.util.Map;

/**
 * A question as it was asked. Everything but the metric may be null.
 *
 * @param metric the id of a metric
 * @param from begin: RFC 3339, or a date in the zone
 * @param to end, itself outside: RFC 3339, or a date in the zone
 * @param step total, minute, hour, day, week or month
 * @param by dimensions to split by
 * @param where allowed values by dimension
 * @param zone Area/City
 * @param compare {@code previous} or nothing
 * @param stat p50, p90, p95, p99, mean or count
 */
public record Asked(
        String metric,
        String from,
        String to,
        String step,
        List<String> by,
        Map<String, List<String>> where,
        String zone,
        String compare,
        String stat) {}
