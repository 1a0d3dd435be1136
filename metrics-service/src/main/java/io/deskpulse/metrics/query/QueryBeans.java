package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Catalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The objects of this feature, as the container sees them. */
final class QueryBeans {
    @Produces
    @Singleton
    Catalogue catalogue() {
        return Catalogue.load();
    }

    @Produces
    @Singleton
    AskMetrics askMetrics(Catalogue catalogue, CellReader cells) {
        return new AskMetrics(catalogue, cells, Clock.systemUTC());
    }
}
