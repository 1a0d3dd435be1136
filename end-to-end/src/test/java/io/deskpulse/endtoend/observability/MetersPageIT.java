package io.deskpulse.endtoend.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Meters;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.testkit.meters.DocumentedMeters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operate/meters.md and what the services really tell Prometheus. Rules and dashboards are checked against that page (module deploy). */
class MetersPageIT {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [^ ]+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    private final DocumentedMeters page =
            DocumentedMeters.in(Path.of(System.getProperty("deskpulse.root", ".."), "docs", "operate", "meters.md"));
    private final Deployment deployment = Deployment.get();

    @Test
    void thePageTellsOfEveryMeterAndLabelAndOfNothingThatIsNotThere() {
        List<Service> services =
                List.of(deployment.ingest(), deployment.survey(), deployment.metrics(), deployment.alerting());

        await("meters that are there from the start")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Map<String, Set<String>> exposed = exposed(services);
                    assertThat(unheardOf(exposed)).as("not on the page").isEmpty();
                    assertThat(missing(exposed))
                            .as("on the page, and not there")
                            .isEmpty();
                });
    }

    private static Map<String, Set<String>> exposed(List<Service> services) {
        Map<String, Set<String>> series = new TreeMap<>();
        for (Service service : services) {
            Meters.of(service)
                    .text()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SAMPLE::matcher)
                    .filter(Matcher::matches)
                    .forEach(sample -> series.computeIfAbsent(sample.group(1), name -> new TreeSet<>())
                            .addAll(labels(sample.group(2))));
        }
        return series;
    }

    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(text == null ? "" : text);
        while (label.find()) {
            labels.add(label.group(1));
        }
        return labels;
    }

    private List<String> unheardOf(Map<String, Set<String>> exposed) {
        List<String> faults = new ArrayList<>();
        exposed.forEach((series, labels) -> {
            Optional<Set<String>> told = page.labelsOf(series);
            if (told.isPresent()) {
                Set<String> without = new TreeSet<>(told.get());
                without.removeAll(OF_THE_SCRAPE);
                // A summary has no quantiles before it has values.
                if (!without.equals(labels) && !(without.containsAll(labels) && without.contains("quantile"))) {
                    faults.add(series + " has the labels " + labels + ", not " + without);
                }
            } else if (page.all().stream().noneMatch(meter -> covers(meter, series))) {
                faults.add(series + " " + labels);
            }
        });
        return faults;
    }

    private List<String> missing(Map<String, Set<String>> exposed) {
        return page.all().stream()
                .filter(DocumentedMeters.Meter::always)
                .filter(meter -> exposed.keySet().stream()
                        .noneMatch(series -> covers(meter, series)
                                || page.labelsOf(series).isPresent() && series.startsWith(meter.name())))
                .map(DocumentedMeters.Meter::name)
                .toList();
    }

    /** A row such as {@code jvm_*} stands for all that begin so. */
    private static boolean covers(DocumentedMeters.Meter meter, String series) {
        String name = meter.name();
        return name.endsWith("*") && series.startsWith(name.substring(0, name.length() - 1));
    }
}
