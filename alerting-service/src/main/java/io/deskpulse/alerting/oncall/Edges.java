package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.Set;

/** The moments at which a layer may hand over. Stateless. */
final class Edges {
    private Edges() {}

    /** Adds those between two moments. */
    static void of(Layer layer, Instant from, Instant to, Set<Instant> edges) {
        Instant next = layer.rotation().next(from);
        while (next.isBefore(to)) {
            edges.add(next);
            next = layer.rotation().next(next);
        }
        layer.restriction().ifPresent(times -> edges.addAll(times.edges(from, to)));
    }
}
