package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Routings;
import io.deskpulse.alerting.silence.ActiveSilences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Finds what decides about the alerts of a group. Calls block. Thread-safe. */
@ApplicationScoped
class Situations {
    private final Groups groups;
    private final Routings routings;
    private final ActiveSilences silences;

    Situations(Groups groups, Routings routings, ActiveSilences silences) {
        this.groups = groups;
        this.routings = routings;
        this.silences = silences;
    }

    Situation of(Group group, Instant now) {
        return of(group, routings.of(group.tenant()), now);
    }

    Situation of(Group group, Routing routing, Instant now) {
        return new Situation(
                now,
                group,
                routing,
                routing.find(group.route()),
                once(() -> groups.firing(group.tenant())),
                silences.at(group.tenant(), now));
    }

    private static Supplier<List<Labels>> once(Supplier<List<Labels>> read) {
        return new Supplier<>() {
            private List<Labels> found;

            @Override
            public List<Labels> get() {
                found = found == null ? read.get() : found;
                return found;
            }
        };
    }
}
