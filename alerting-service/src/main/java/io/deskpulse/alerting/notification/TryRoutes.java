package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.Policy;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Routings;
import io.deskpulse.alerting.route.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says who would be told of an alert, without telling anybody. Calls block. Thread-safe. */
@ApplicationScoped
public class TryRoutes {
    private final Situations situations;
    private final Routings routings;
    private final Contacts contacts;

    TryRoutes(Situations situations, Routings routings, Contacts contacts) {
        this.situations = situations;
        this.routings = routings;
        this.contacts = contacts;
    }

    /**
     * A route that takes the alert.
     *
     * @param held why nobody would be told; empty where somebody would
     * @param steps of its escalation policy: who is on call for each; empty for a receiver
     */
    public record Taken(Route route, Group group, Optional<Held> held, List<List<String>> steps) {}

    /**
     * What becomes of an alert with these labels at some moment. Inhibition is by the alerts that fire now.
     *
     * @param instead a routing to be tried; empty for the one in force
     */
    public List<Taken> go(String tenant, Labels labels, Optional<Routing> instead, Instant moment) {
        Routing routing = instead.orElseGet(() -> routings.of(tenant));
        return routing.taking(labels).stream()
                .map(route -> taken(tenant, labels, routing, route, moment))
                .toList();
    }

    private Taken taken(String tenant, Labels labels, Routing routing, Route route, Instant moment) {
        Group group = Group.of(tenant, route, labels);
        return new Taken(
                route,
                group,
                Stages.hold(labels, situations.of(group, routing, moment)),
                steps(tenant, route.target(), moment));
    }

    private List<List<String>> steps(String tenant, Target target, Instant moment) {
        if (!(target instanceof Target.ToPolicy)) {
            return List.of();
        }
        List<Policy.Step> steps =
                contacts.policy(tenant, target.id()).map(Policy::steps).orElse(List.of());
        return steps.stream()
                .map(step -> contacts.receivers(tenant, step, moment))
                .toList();
    }
}
