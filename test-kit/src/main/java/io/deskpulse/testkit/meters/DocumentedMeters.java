package io.deskpulse.testkit.meters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meters that docs/operate/meters.md tells of: rows of its tables whose first column is a name in backticks. Immutable. */
public final class DocumentedMeters {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> TARGET_LABELS = Set.of("job", "instance");

    private final Map<String, Meter> meters;

    /**
     * One meter.
     *
     * @param name as Prometheus knows it, without the suffixes that its type adds
     * @param type {@code counter}, {@code gauge}, {@code summary} or {@code histogram}
     * @param labels its own
     * @param always whether it is there from the start; else from the first time that there is something to tell
     */
    public record Meter(String name, String type, Set<String> labels, boolean always) {
        private boolean exposes(String series) {
            return switch (type) {
                case "histogram" -> series.equals(name + "_bucket") || aside(series);
                case "summary" -> series.equals(name) || aside(series);
                default -> series.equals(name);
            };
        }

        private boolean aside(String series) {
            return series.equals(name + "_count") || series.equals(name + "_sum") || series.equals(name + "_max");
        }

        private Set<String> labelsOf(String series) {
            Set<String> all = new TreeSet<>(labels);
            all.addAll(TARGET_LABELS);
            if (series.endsWith("_bucket")) {
                all.add("le");
            }
            if (type.equals("summary") && series.equals(name)) {
                all.add("quantile");
            }
            return all;
        }
    }

    private DocumentedMeters(Map<String, Meter> meters) {
        this.meters = meters;
    }

    /** Reads the page. */
    public static DocumentedMeters in(Path page) {
        try {
            Map<String, Meter> meters = new LinkedHashMap<>();
            for (String line : Files.readAllLines(page)) {
                if (line.startsWith("| `")) {
                    Meter meter = meter(line);
                    if (meters.put(meter.name(), meter) != null) {
                        throw new IllegalStateException(meter.name() + " is there twice");
                    }
                }
            }
            return new DocumentedMeters(meters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Meter meter(String row) {
        String[] cells = Arrays.stream(row.split("\\|")).map(String::strip).toArray(String[]::new);
        Set<String> labels = new TreeSet<>();
        Matcher label = CODE.matcher(cells[3]);
        while (label.find()) {
            labels.add(label.group(1));
        }
        String type = cells[2].replace("*", "").strip();
        return new Meter(cells[1].replace("`", ""), type, labels, !cells[2].endsWith("*"));
    }

    public Collection<Meter> all() {
        return meters.values();
    }

    public Optional<Meter> find(String name) {
        return Optional.ofNullable(meters.get(name));
    }

    /** The labels that a series has in Prometheus, those of the scrape among them; empty where no meter exposes it. */
    public Optional<Set<String>> labelsOf(String series) {
        return meters.values().stream()
                .filter(meter -> meter.exposes(series))
                .findFirst()
                .map(meter -> meter.labelsOf(series));
    }
}
