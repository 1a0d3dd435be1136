package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.route.Routing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Puts alerts where a routing has them. Calls block. Thread-safe. */
@ApplicationScoped
class Rerouting {
    private final Groups groups;

    Rerouting(Groups groups) {
        this.groups = groups;
    }

    /** The alerts of a group into all groups that a newer routing wants; those that they are in already stay as they are. */
    void place(String tenant, Contents contents, Routing routing, Instant now) {
        groups.place(
                now,
                contents.members().stream()
                        .filter(Member::active)
                        .flatMap(member ->
                                placements(tenant, member.fingerprint(), member.labels(), routing, now).stream())
                        .toList());
    }

    /** Where an alert belongs. */
    static List<Placement> placements(String tenant, String fingerprint, Labels labels, Routing routing, Instant now) {
        return routing.taking(labels).stream()
                .map(route -> new Placement(
                        Group.of(tenant, route, labels),
                        fingerprint,
                        now.plus(route.pace().groupWait()),
                        route.pace().groupInterval(),
                        routing.version()))
                .toList();
    }
}
