package io.deskpulse.catalogue.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every metric, in the order people read them. Immutable, thread-safe. */
public final class Catalogue {
    private static final String RESOURCE = "/catalogue/metrics.yaml";

    private final Map<String, Metric> metrics;

    private Catalogue(Map<String, Metric> metrics) {
        this.metrics = Collections.unmodifiableMap(metrics);
    }

    /** A catalogue of these metrics; an id may stand once only. */
    static Catalogue of(Collection<Metric> metrics) {
        Map<String, Metric> byId = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            if (byId.put(metric.id(), metric) != null) {
                throw new InvalidCatalogueException(metric.id(), "id: there are two of it", null);
            }
        }
        return new Catalogue(byId);
    }

    /**
     * Reads the catalogue that comes with this library.
     *
     * @throws InvalidCatalogueException where an entry is wrong; names it
     */
    public static Catalogue load() {
        try (InputStream yaml = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return of(CatalogueReader.read(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metric of that id. */
    public Optional<Metric> find(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    /** All of them. */
    public Collection<Metric> metrics() {
        return metrics.values();
    }
}
