package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Routings;
import java.time.Instant;
import java.util.Optional;

/** The same routing for everybody, for tests. */
final class FixedRouting implements Routings {
    private Routing routing = Routing.STANDARD;

    void set(Routing next) {
        routing = next;
    }

    @Override
    public Routing of(String tenant) {
        return routing;
    }

    @Override
    public Optional<Written> written(String tenant) {
        return Optional.empty();
    }

    @Override
    public boolean write(String tenant, long seen, String json, String actor, Instant now) {
        return false;
    }
}
