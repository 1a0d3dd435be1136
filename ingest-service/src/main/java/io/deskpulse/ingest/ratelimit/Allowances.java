package io.deskpulse.ingest.ratelimit;

import io.deskpulse.ingest.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** What each tenant may send. Thread-safe. */
@ApplicationScoped
public class Allowances {
    private final Allowance standard;
    private final Map<String, Allowance> byTenant;

    Allowances(RateLimitSettings settings, TenantSettings tenants) {
        this.standard = new Allowance(settings.eventsPerSecond(), settings.burst());
        this.byTenant = tenants.tenants().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> own(entry.getValue())));
    }

    /** The allowance of this tenant. */
    public Allowance of(String tenant) {
        return byTenant.getOrDefault(tenant, standard);
    }

    private Allowance own(TenantSettings.Tenant tenant) {
        return new Allowance(
                tenant.eventsPerSecond().orElse(standard.eventsPerSecond()),
                tenant.burst().orElse(standard.burst()));
    }
}
