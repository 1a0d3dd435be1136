package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.inhibition.InhibitRule;
import java.util.Optional;

/** Alerts that need not be told while a worse one fires, whether or not that one is told itself. */
final class InhibitionStage implements Stage {
    @Override
    public Optional<Held> hold(Labels alert, Situation situation) {
        return situation.routing().inhibitRules().stream()
                .filter(rule -> rule.target().match(alert))
                .flatMap(rule -> source(rule, alert, situation).stream())
                .findFirst()
                .map(source -> Held.firing(
                        "inhibited", source.fingerprint(situation.group().tenant())));
    }

    private static Optional<Labels> source(InhibitRule rule, Labels alert, Situation situation) {
        return situation.firing().get().stream()
                .filter(firing -> rule.inhibits(firing, alert))
                .findFirst();
    }
}
