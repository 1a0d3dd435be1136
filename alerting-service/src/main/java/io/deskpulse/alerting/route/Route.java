package io.deskpulse.alerting.route;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.matching.Matchers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of the tree that alerts go down; what a document leaves out is here as its parent has it. Immutable.
 *
 * @param id the matchers on the way down to it, so that it stays the same while others come and go, such as {@code {}/{severity="critical"}}
 * @param matchers which of its parent's alerts it takes
 * @param goesOn whether the siblings after it get them too ({@code continue})
 * @param times when it tells
 * @param routes its children
 */
public record Route(
        String id,
        Target target,
        Matchers matchers,
        boolean goesOn,
        GroupBy groupBy,
        Pace pace,
        Times times,
        List<Route> routes) {
    public Route {
        routes = List.copyOf(routes);
    }

    /**
     * When a route tells, by the names of time intervals; not inherited.
     *
     * @param mute it is silent in any of these
     * @param active it is silent outside of all of these; always active where there are none
     */
    public record Times(List<String> mute, List<String> active) {
        public static final Times ALWAYS = new Times(List.of(), List.of());

        public Times {
            mute = List.copyOf(mute);
            active = List.copyOf(active);
        }
    }

    /** The same with these children. */
    public Route with(List<Route> children) {
        return new Route(id, target, matchers, goesOn, groupBy, pace, times, children);
    }

    /** The routes that take an alert: the deepest ones, the first of siblings and those after it for as long as they let go on. */
    Stream<Route> taking(Labels alert) {
        if (!matchers.match(alert)) {
            return Stream.empty();
        }
        Stream.Builder<Route> found = Stream.builder();
        boolean taken = false;
        for (Route child : routes) {
            List<Route> below = child.taking(alert).toList();
            below.forEach(found);
            taken |= !below.isEmpty();
            if (!below.isEmpty() && !child.goesOn()) {
                break;
            }
        }
        return taken ? found.build() : Stream.of(this);
    }

    Optional<Route> find(String wanted) {
        return id.equals(wanted)
                ? Optional.of(this)
                : routes.stream().flatMap(route -> route.find(wanted).stream()).findFirst();
    }

    Stream<Route> withAllBelow() {
        return Stream.concat(Stream.of(this), routes.stream().flatMap(Route::withAllBelow));
    }
}
