package io.deskpulse.alerting.route;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.inhibition.InhibitRule;
import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.timing.TimeInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a tenant's routing document. Immutable.
 *
 * @param version grows with each change; 0 where the tenant has none
 * @param root takes whatever no route below it does
 * @param timeIntervals by name
 */
public record Routing(
        long version, Route root, List<InhibitRule> inhibitRules, Map<String, TimeInterval> timeIntervals) {
    /** The receiver of tenants without routing. */
    public static final String DEFAULT_RECEIVER = "default";

    /** What a tenant without routing has. */
    public static final Routing STANDARD = new Routing(
            0,
            new Route(
                    "{}",
                    new Target.ToReceiver(DEFAULT_RECEIVER),
                    Matchers.NONE,
                    false,
                    GroupBy.of(List.of(Labels.NAME)),
                    Pace.STANDARD,
                    Route.Times.ALWAYS,
                    List.of()),
            List.of(),
            Map.of());

    public Routing {
        inhibitRules = List.copyOf(inhibitRules);
        timeIntervals = Map.copyOf(timeIntervals);
    }

    /** The routes that take an alert, in the order of the document; at least one. */
    public List<Route> taking(Labels alert) {
        return root.taking(alert).toList();
    }

    public Optional<Route> find(String id) {
        return root.find(id);
    }

    /** All routes, parents before their children. */
    public Stream<Route> routes() {
        return root.withAllBelow();
    }
}
