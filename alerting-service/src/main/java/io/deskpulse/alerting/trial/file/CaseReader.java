package io.deskpulse.alerting.trial.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Durations;
import io.deskpulse.alerting.rule.document.Part;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.measure.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads one test. Thread-safe. */
final class CaseReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUES = 200_000;
    private static final Duration MOST = Duration.ofDays(14);
    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::id).toList();

    private final Catalogue catalogue;

    CaseReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    TestCase read(Part part, int index, Instant start, List<Rule> rules, List<RuleFault> faults) {
        part.only(List.of("name", "series", "expect"));
        List<Series> series = new ArrayList<>();
        each(part, "series", faults, (each, place) -> series.addAll(series(each)));
        refuseTwice(part, series);
        List<Expectation> expectations = new ArrayList<>();
        each(part, "expect", faults, (each, place) -> expectations.add(ExpectationReader.read(each, rules, faults)));
        if (expectations.isEmpty()) {
            part.fault("expect", "Write what is to be, and when; a test without it tests nothing.");
        }
        expectations.sort(Comparator.comparing(Expectation::at));
        return new TestCase(
                part.text("name", LONGEST_NAME).orElse("number " + (index + 1)), start, series, expectations);
    }

    /** One thing to do with each object of an array. */
    interface Each {
        void take(Part part, int place);
    }

    static void each(Part part, String name, List<RuleFault> faults, Each each) {
        JsonNode all = part.find(name).orElse(JsonNodeFactory.instance.arrayNode());
        if (!all.isArray()) {
            part.fault(name, "Write an array.");
        }
        for (int i = 0; i < all.size(); i++) {
            each.take(Part.of(all.get(i), part.at(name) + "/" + i, faults), i);
        }
    }

    private List<Series> series(Part part) {
        part.only(List.of("group", "from", "metric", "currency", "values", "measures"));
        Map<String, String> group = new LinkedHashMap<>();
        part.object("group").ifPresent(values -> {
            values.only(DIMENSIONS);
            DIMENSIONS.forEach(
                    dimension -> values.text(dimension, 200).ifPresent(value -> group.put(dimension, value)));
        });
        int from = from(part);
        String currency = part.text("currency", 3).orElse(null);
        List<Series> found = new ArrayList<>();
        part.text("metric", 100).ifPresent(id -> catalogue
                .find(id)
                .ifPresentOrElse(
                        metric -> values(part, "values", () -> Values.of(metric, currency), group, from, found),
                        () -> part.fault("metric", "There is no such metric.")));
        part.object("measures").ifPresent(measures -> measures.names().forEach(id -> {
            Measure measure = Measure.ofId(id);
            if (measure == null) {
                measures.fault(id, "There is no such measure.");
            } else {
                values(measures, id, () -> Values.of(measure, currency), group, from, found);
            }
        }));
        if (!part.has("metric") && !part.has("measures")) {
            part.fault("metric", "It is missing; write it with values, or measures with values of each.");
        }
        return found;
    }

    private static void values(
            Part part,
            String name,
            Supplier<Values.Reader> reader,
            Map<String, String> group,
            int from,
            List<Series> found) {
        if (!part.has(name)) {
            part.fault(name, "It is missing; write a value for each minute.");
        }
        part.text(name, LONGEST_VALUES).ifPresent(text -> {
            try {
                found.add(new Series(group, from, Values.read(text, reader.get())));
            } catch (IllegalArgumentException e) {
                part.fault(name, "It cannot be read: " + e.getMessage() + ".");
            }
        });
    }

    private static int from(Part part) {
        String text = part.text("from", 100).orElse("0s");
        boolean before = text.startsWith("-");
        return Durations.read(before ? text.substring(1) : text)
                .filter(length -> length.compareTo(MOST) <= 0 && length.toSecondsPart() == 0)
                .map(length -> (int) (before ? -length.toMinutes() : length.toMinutes()))
                .orElseGet(() -> {
                    part.fault(
                            "from",
                            "Write whole minutes after the begin of the test, such as 10m, or before it, such as -7d.");
                    return 0;
                });
    }

    /** Two metrics of one group may share a measure; which of both values it would have is anybody's guess. */
    private static void refuseTwice(Part part, List<Series> series) {
        Set<List<Object>> seen = new HashSet<>();
        for (Series each : series) {
            for (int minute = each.from(); minute < each.end(); minute++) {
                for (Measure measure : each.at(minute).keySet()) {
                    if (!seen.add(List.of(each.group(), minute, measure))) {
                        part.fault(
                                "series",
                                "Two series say how much there is of " + measure.id() + " in minute " + minute
                                        + " of the same group; write measures instead of metrics.");
                        return;
                    }
                }
            }
        }
    }
}
