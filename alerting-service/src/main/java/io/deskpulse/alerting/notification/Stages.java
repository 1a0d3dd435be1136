package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All reasons not to tell, in the order in which they are looked at; the first one counts. Stateless. */
final class Stages {
    private static final List<Stage> ALL = List.of(
            new RoutedStage(), new InhibitionStage(), new ActiveTimeStage(), new MuteTimeStage(), new SilenceStage());

    private Stages() {}

    /** Why an alert that fires is held back. */
    static Optional<Held> hold(Labels alert, Situation situation) {
        return ALL.stream()
                .flatMap(stage -> stage.hold(alert, situation).stream())
                .findFirst();
    }

    /** What is held back, by fingerprint; of alerts that have ended only what holds their end too. */
    static Map<String, Held> hold(Collection<Member> members, Situation situation) {
        Map<String, Held> held = new LinkedHashMap<>();
        for (Member member : members) {
            ALL.stream()
                    .flatMap(stage -> stage.hold(member.labels(), situation).stream())
                    .filter(found -> member.active() || found.endToo())
                    .findFirst()
                    .ifPresent(found -> held.put(member.fingerprint(), found));
        }
        return held;
    }
}
