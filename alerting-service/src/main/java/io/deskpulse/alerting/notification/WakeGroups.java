package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.route.RoutingListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;

/** Has all groups of a tenant looked at once its routing has changed: their alerts may belong elsewhere. Thread-safe. */
@ApplicationScoped
class WakeGroups implements RoutingListener {
    private final Groups groups;
    private final Event<GroupsChanged> changed;
    private final Clock clock;

    WakeGroups(Groups groups, Event<GroupsChanged> changed, Clock clock) {
        this.groups = groups;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public void routed(String tenant) {
        groups.wake(tenant, clock.instant());
        changed.fire(new GroupsChanged());
    }
}
