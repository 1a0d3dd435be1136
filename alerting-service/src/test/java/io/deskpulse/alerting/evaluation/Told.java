package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Transition;
import java.time.Duration;

/** What people were told, and when in the story. */
record Told(Duration at, Transition transition) {
    @Override
    public String toString() {
        return at + ": " + transition.from() + " -> " + transition.to() + " " + transition.reason() + " "
                + transition.group() + " " + transition.evidence();
    }
}
