package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.Optional;

/** Alerts that somebody has silenced. */
final class SilenceStage implements Stage {
    @Override
    public Optional<Held> hold(Labels alert, Situation situation) {
        return situation.silences().stream()
                .filter(silence -> silence.silences(alert))
                .findFirst()
                .map(silence -> Held.firing("silenced", silence.id().toString()));
    }
}
