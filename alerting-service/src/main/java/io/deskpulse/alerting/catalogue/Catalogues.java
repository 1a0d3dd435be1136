package io.deskpulse.alerting.catalogue;

import io.deskpulse.catalogue.definition.Catalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The metrics that rules watch. */
final class Catalogues {
    @Produces
    @Singleton
    Catalogue catalogue() {
        return Catalogue.load();
    }
}
