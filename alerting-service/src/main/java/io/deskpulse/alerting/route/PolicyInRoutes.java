package io.deskpulse.alerting.route;

import io.deskpulse.alerting.oncall.PolicyUse;
import jakarta.enterprise.context.ApplicationScoped;

/** Policies that routes name. Calls block. Thread-safe. */
@ApplicationScoped
class PolicyInRoutes implements PolicyUse {
    private final Routings routings;

    PolicyInRoutes(Routings routings) {
        this.routings = routings;
    }

    @Override
    public boolean used(String tenant, String policy) {
        return routings.of(tenant).routes().anyMatch(route -> route.target().equals(new Target.ToPolicy(policy)));
    }
}
