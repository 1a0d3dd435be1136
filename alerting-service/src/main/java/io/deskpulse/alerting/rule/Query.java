package io.deskpulse.alerting.rule;

import io.deskpulse.catalogue.definition.Stat;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a rule looks at. Immutable.
 *
 * @param metric id in the catalogue; null for a rule that fires always
 * @param stat of a distribution; null for other metrics
 * @param currency of money; null for other metrics
 * @param where the values that count, by dimension; empty for all
 * @param by dimensions: one alert instance for each group of values
 * @param window how long the time looked at is; whole minutes
 * @param slide how often it is looked at; whole minutes
 * @param delay how long after the watermark has passed the window's end
 */
public record Query(
        String metric,
        Stat stat,
        String currency,
        Map<String, List<String>> where,
        List<String> by,
        Duration window,
        Duration slide,
        Duration delay) {
    public Query {
        where = Map.copyOf(where);
        by = List.copyOf(by);
    }
}
