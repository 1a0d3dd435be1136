package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.Optional;

/** One of the reasons not to tell. Stateless. */
interface Stage {
    /** Whether an alert is held back, and why. */
    Optional<Held> hold(Labels alert, Situation situation);
}
