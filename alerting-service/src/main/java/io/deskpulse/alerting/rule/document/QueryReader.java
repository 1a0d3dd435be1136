package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Pace;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a rule looks at, and how patient it is. */
final class QueryReader {
    static final int MOST_BY = 3;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 200;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STANDARD_WINDOW = Duration.ofMinutes(15);
    private static final int STANDARD_VANISH = 10;
    private static final int STANDARD_INSTANCES = 100;
    private static final int MOST_INSTANCES = 1000;
    private static final int MOST_EVALUATIONS = 10_000;
    private static final int MOST_SAMPLES = 1_000_000;
    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::id).toList();
    private static final List<String> NOT_OF_ALWAYS = List.of(
            "metric",
            "stat",
            "currency",
            "where",
            "by",
            "window",
            "delay",
            "keepFiringFor",
            "minSamples",
            "noData",
            "vanishAfter",
            "maxInstances");

    /** Their value says by itself how much there is; few of a thing is no small sample. */
    private static final Set<Formula> OF_ANY_SAMPLE = EnumSet.of(
            Formula.SUM,
            Formula.DISTINCT,
            Formula.PER_MINUTE,
            Formula.GREATEST_OPEN,
            Formula.UPTIME,
            Formula.HOURS_SAVED,
            Formula.MONEY_SUM);

    private QueryReader() {}

    static Query query(Part part, Condition condition, Optional<Metric> metric) {
        if (condition instanceof Condition.Always) {
            NOT_OF_ALWAYS.stream()
                    .filter(part::has)
                    .forEach(name -> part.fault(name, "A rule that fires always looks at nothing; leave it out."));
            Duration slide = ConditionReader.wholeMinutes(part, "slide", MINUTE, DAY, MINUTE);
            return new Query(null, null, null, Map.of(), List.of(), slide, slide, Duration.ZERO);
        }
        Duration window = ConditionReader.wholeMinutes(part, "window", MINUTE, DAY, STANDARD_WINDOW);
        Duration slide = ConditionReader.wholeMinutes(part, "slide", MINUTE, DAY, MINUTE);
        if (slide.compareTo(window) > 0) {
            part.fault("slide", "It is longer than the window, so time would be left out; write at most the window.");
        }
        Stat stat =
                part.oneOf("stat", Words.STATS).orElse(metric.map(Metric::stat).orElse(null));
        return new Query(
                part.text("metric", 100).orElse(null),
                stat,
                part.text("currency", 3).orElse(null),
                where(part),
                by(part),
                window,
                slide,
                part.duration("delay", Duration.ZERO, HOUR).orElse(Duration.ZERO));
    }

    static Pace pace(Part part, Condition condition, Optional<Metric> metric) {
        Duration holdFor = part.duration("for", Duration.ZERO, DAY).orElse(Duration.ZERO);
        if (condition instanceof Condition.Always) {
            return new Pace(holdFor, Duration.ZERO, 0, NoDataPolicy.KEEP, STANDARD_VANISH, 1);
        }
        boolean countsNothing = condition instanceof Condition.NoData;
        if (countsNothing) {
            List.of("minSamples", "noData").stream()
                    .filter(part::has)
                    .forEach(name -> part.fault(name, "The condition noData asks just this; leave it out."));
        }
        return new Pace(
                holdFor,
                part.duration("keepFiringFor", Duration.ZERO, DAY).orElse(Duration.ZERO),
                countsNothing ? 0 : part.integer("minSamples", 0, MOST_SAMPLES).orElse(leastSample(metric)),
                countsNothing
                        ? NoDataPolicy.ALERT
                        : part.oneOf("noData", Words.NO_DATA).orElse(NoDataPolicy.KEEP),
                part.integer("vanishAfter", 1, MOST_EVALUATIONS).orElse(STANDARD_VANISH),
                part.integer("maxInstances", 1, MOST_INSTANCES).orElse(STANDARD_INSTANCES));
    }

    private static int leastSample(Optional<Metric> metric) {
        return metric.filter(known -> OF_ANY_SAMPLE.contains(known.formula())).isPresent() ? 0 : Metric.MINIMUM_SAMPLE;
    }

    private static Map<String, List<String>> where(Part part) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        part.object("where").ifPresent(values -> {
            values.only(DIMENSIONS);
            for (String dimension : values.names()) {
                List<String> any = values.texts(dimension, LONGEST_VALUE, MOST_VALUES);
                if (any.isEmpty() && values.has(dimension)) {
                    values.fault(dimension, "Write at least one value, or leave the dimension out.");
                }
                if (DIMENSIONS.contains(dimension) && !any.isEmpty()) {
                    where.put(dimension, any.stream().distinct().toList());
                }
            }
        });
        return where;
    }

    private static List<String> by(Part part) {
        List<String> by = part.texts("by", LONGEST_VALUE, MOST_BY);
        by.stream()
                .filter(dimension -> !DIMENSIONS.contains(dimension))
                .findFirst()
                .ifPresent(unknown -> part.fault(
                        "by",
                        "There is no such dimension; write some of " + String.join(", ", DIMENSIONS)
                                + Part.hint(unknown, DIMENSIONS)));
        if (by.stream().distinct().count() < by.size()) {
            part.fault("by", "A dimension stands here twice.");
        }
        return by.stream().distinct().filter(DIMENSIONS::contains).toList();
    }
}
