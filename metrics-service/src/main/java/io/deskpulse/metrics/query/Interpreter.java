package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Need;
import io.deskpulse.catalogue.definition.Stat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a question as it was asked into one that can be answered. Thread-safe. */
final class Interpreter {
    static final String CURRENCY = "currency";
    private static final Duration USUAL_RANGE = Duration.ofHours(24);
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Catalogue catalogue;
    private final Clock clock;
    private final int mostPoints;

    /** @param mostPoints of one series */
    Interpreter(Catalogue catalogue, Clock clock, int mostPoints) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.mostPoints = mostPoints;
    }

    Understanding interpret(Asked asked) {
        Metric metric =
                asked.metric() == null ? null : catalogue.find(asked.metric()).orElse(null);
        if (metric == null) {
            return new Refusal(
                    Refusal.Reason.UNKNOWN_METRIC,
                    "metric",
                    "there is no metric of this id; GET /v1/metrics lists all of them");
        }
        if (!metric.live()) {
            return notLive(metric);
        }
        Faults faults = new Faults();
        ZoneId zone = zone(asked.zone(), faults);
        Step step = step(asked.step(), faults);
        List<String> by = by(metric, asked.by(), faults);
        Where where = where(metric, asked.where(), faults);
        Stat stat = stat(metric, asked.stat(), faults);
        boolean compare = compare(asked.compare(), faults);
        Buckets buckets = faults.none() ? buckets(asked, step, zone, faults) : null;
        return faults.none() ? new Question(metric, buckets, step, zone, by, where, stat, compare) : faults.first();
    }

    private static Refusal notLive(Metric metric) {
        String needs = metric.needs().stream().map(Need::id).sorted().collect(Collectors.joining(", "));
        return new Refusal(
                Refusal.Reason.NOT_LIVE,
                "metric",
                "this metric is defined but not counted yet; it waits for: " + needs
                        + ". GET /v1/metrics says what is live");
    }

    private static ZoneId zone(String name, Faults faults) {
        ZoneId zone = name == null ? ZoneId.of("UTC") : Times.zone(name);
        if (zone == null) {
            faults.add("zone", "there is no such time zone; give Area/City, for example Asia/Shanghai");
        }
        return zone;
    }

    private static Step step(String id, Faults faults) {
        Step step = id == null ? Step.TOTAL : Step.ofId(id);
        if (step == null) {
            faults.add("step", "need one of total, minute, hour, day, week, month");
        }
        return step;
    }

    private static boolean compare(String compare, Faults faults) {
        if (compare != null && !compare.equals("previous")) {
            faults.add("compare", "only previous can be compared with; leave it out for no comparison");
        }
        return compare != null;
    }

    private static Stat stat(Metric metric, String id, Faults faults) {
        if (metric.stat() == null) {
            if (id != null) {
                faults.add("stat", "this metric has no stats; leave it out");
            }
            return null;
        }
        Stat stat = id == null ? metric.stat() : Stat.ofId(id);
        if (stat == null) {
            faults.add("stat", "need one of p50, p90, p95, p99, mean, count");
        }
        return stat;
    }

    private static List<String> by(Metric metric, List<String> asked, Faults faults) {
        List<String> by = asked == null ? List.of() : asked;
        Set<String> seen = new HashSet<>();
        for (String name : by) {
            if (!splits(metric).contains(name)) {
                faults.add("by", unknownDimension(metric, splits(metric)));
            } else if (!seen.add(name)) {
                faults.add("by", "the same dimension stands twice");
            }
        }
        return by;
    }

    private static Where where(Metric metric, Map<String, List<String>> asked, Faults faults) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry :
                (asked == null ? Map.<String, List<String>>of() : asked).entrySet()) {
            String name = entry.getKey();
            if (!filters(metric).contains(name)) {
                faults.add("where", unknownDimension(metric, filters(metric)));
            } else if (entry.getValue() == null || entry.getValue().isEmpty()) {
                faults.add("where", "a dimension without a value; write dimension:value or dimension:value|value");
            } else {
                values.put(name, normal(name, entry.getValue()));
            }
        }
        return new Where(values);
    }

    /** Values are stored in lower case; currencies are codes in upper case. */
    private static Set<String> normal(String name, List<String> values) {
        return values.stream()
                .map(String::strip)
                .map(value -> name.equals(CURRENCY) ? value.toUpperCase(Locale.ROOT) : value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String unknownDimension(Metric metric, Set<String> possible) {
        return possible.isEmpty()
                ? "this metric cannot be split or filtered; leave it out"
                : "there is no such dimension of " + metric.id() + "; possible are " + String.join(", ", possible);
    }

    private static Set<String> splits(Metric metric) {
        Stream<String> dimensions =
                metric.dimensional() ? Stream.of(Dimension.values()).map(Dimension::id) : Stream.empty();
        return Stream.concat(dimensions, metric.parts().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filters(Metric metric) {
        Set<String> filters = splits(metric);
        if (metric.formula() == Formula.MONEY_RATIO) {
            filters.add(CURRENCY);
        }
        return filters;
    }

    private Buckets buckets(Asked asked, Step step, ZoneId zone, Faults faults) {
        Instant to = asked.to() == null ? endOfThisMinute() : time("to", asked.to(), zone, faults);
        Instant from = asked.from() == null && to != null
                ? to.minus(USUAL_RANGE)
                : asked.from() == null ? null : time("from", asked.from(), zone, faults);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            faults.add("from", "it is not before to; the range begins at from and ends before to");
            return null;
        }
        Buckets buckets = Buckets.of(from, to, step, zone, mostPoints);
        if (buckets.size() > mostPoints) {
            faults.add(new Refusal(
                    Refusal.Reason.TOO_LARGE,
                    "step",
                    "more than " + mostPoints + " points a series; ask for a longer step or a shorter range"));
        }
        return buckets;
    }

    /** So that the usual range is made of whole minutes, and the one before it is still kept. */
    private Instant endOfThisMinute() {
        return clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant time(String parameter, String text, ZoneId zone, Faults faults) {
        Instant time = Times.instant(text, zone);
        if (time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            faults.add(
                    parameter,
                    "need a time as 2026-11-21T08:00:00Z or 2026-11-21T16:00:00+08:00 (write + as %2B in an address), or a date"
                            + " as 2026-11-21");
            return null;
        }
        return time;
    }
}
