package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.Optional;

/** Alerts that the routing, since it was changed, has in other groups. Who knows of them is told of their end. */
final class RoutedStage implements Stage {
    static final String REASON = "rerouted";

    @Override
    public Optional<Held> hold(Labels alert, Situation situation) {
        boolean here = situation.route().isPresent()
                && situation.routing().taking(alert).contains(situation.route().get())
                && situation
                        .route()
                        .get()
                        .groupBy()
                        .of(alert)
                        .equals(situation.group().labels());
        return here ? Optional.empty() : Optional.of(Held.firing(REASON, null));
    }
}
