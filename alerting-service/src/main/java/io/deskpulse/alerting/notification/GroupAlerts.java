package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.AlertListener;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Routings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts alerts into the groups of their routes as soon as they change, in the same transaction. Thread-safe. */
@ApplicationScoped
class GroupAlerts implements AlertListener {
    private final Groups groups;
    private final Routings routings;
    private final Event<GroupsChanged> changed;
    private final Clock clock;

    GroupAlerts(Groups groups, Routings routings, Event<GroupsChanged> changed, Clock clock) {
        this.groups = groups;
        this.routings = routings;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public void changed(List<Alert> alerts) {
        // In one order, so that two who do so at once do not wait for each other.
        alerts.stream()
                .collect(Collectors.groupingBy(Alert::tenant, TreeMap::new, Collectors.toList()))
                .forEach(this::changed);
        changed.fire(new GroupsChanged());
    }

    private void changed(String tenant, List<Alert> changes) {
        Instant now = clock.instant();
        Routing routing = routings.of(tenant);
        // One alert may have changed several times in one transaction: people are told how it ended up.
        Collection<Alert> alerts = changes.stream()
                .collect(Collectors.toMap(Alert::fingerprint, alert -> alert, (earlier, later) -> later, TreeMap::new))
                .values();
        groups.note(
                now,
                List.copyOf(alerts),
                alerts.stream()
                        .filter(alert -> alert.state().active())
                        .flatMap(alert ->
                                Rerouting.placements(tenant, alert.fingerprint(), alert.labels(), routing, now)
                                        .stream())
                        .toList());
    }
}
