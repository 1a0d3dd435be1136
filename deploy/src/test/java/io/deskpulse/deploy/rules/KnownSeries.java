package io.deskpulse.deploy.rules;

import io.deskpulse.testkit.meters.DocumentedMeters;
import io.deskpulse.testkit.meters.Promql;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be read in expressions: the meters of docs/operate/meters.md, which MetersIT compares with the services, and what our rules record. Immutable. */
final class KnownSeries {
    private final DocumentedMeters meters = DocumentedMeters.in(Path.of("..", "docs", "operate", "meters.md"));
    private final Set<String> recorded = PrometheusRules.read().records().stream()
            .map(rule -> rule.path("record").asText())
            .collect(Collectors.toSet());

    /** What an expression asks for that is not there; empty where all is well. */
    List<String> faults(String expression) {
        Promql.Reads reads = Promql.read(expression);
        List<String> faults = new java.util.ArrayList<>();
        Set<String> labels = new HashSet<>();
        reads.series().forEach((series, matched) -> {
            Optional<Set<String>> known = labelsOf(series);
            if (known.isEmpty()) {
                faults.add("no meter exposes " + series);
            } else {
                labels.addAll(known.get());
                Set<String> unknown = new TreeSet<>(matched);
                unknown.removeAll(known.get());
                unknown.forEach(label -> faults.add(series + " has no label " + label));
            }
        });
        reads.grouping().stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> faults.add("nothing in it has the label " + label));
        return faults;
    }

    private Optional<Set<String>> labelsOf(String series) {
        if (series.equals("up")) {
            return Optional.of(Set.of("job", "instance"));
        }
        return recorded.contains(series) ? Optional.of(Set.of()) : meters.labelsOf(series);
    }
}
