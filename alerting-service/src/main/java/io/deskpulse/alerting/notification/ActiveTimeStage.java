package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.List;
import java.util.Optional;

/** Routes that tell in certain times only. What ends outside of them is told in the next one. */
final class ActiveTimeStage implements Stage {
    @Override
    public Optional<Held> hold(Labels alert, Situation situation) {
        List<String> active =
                situation.route().map(route -> route.times().active()).orElse(List.of());
        boolean silent = !active.isEmpty()
                && active.stream()
                        .noneMatch(name ->
                                situation.routing().timeIntervals().get(name).contains(situation.now()));
        return silent ? Optional.of(Held.everything("inactive-time", String.join(", ", active))) : Optional.empty();
    }
}
