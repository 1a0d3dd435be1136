package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.List;
import java.util.Optional;

/** Routes that are mute in certain times. What ends in one of them is told when it is over. */
final class MuteTimeStage implements Stage {
    @Override
    public Optional<Held> hold(Labels alert, Situation situation) {
        List<String> mute = situation.route().map(route -> route.times().mute()).orElse(List.of());
        return mute.stream()
                .filter(name -> situation.routing().timeIntervals().get(name).contains(situation.now()))
                .findFirst()
                .map(name -> Held.everything("mute-time", name));
    }
}
