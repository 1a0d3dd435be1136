package io.deskpulse.ingest.masking;

import io.deskpulse.ingest.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose texts are masked: everybody's, unless a tenant has it otherwise. Thread-safe. */
@ApplicationScoped
public class MaskingPolicy {
    private final Map<String, Boolean> byTenant;

    MaskingPolicy(TenantSettings settings) {
        this.byTenant = settings.tenants().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().masking().orElse(true)));
    }

    /** Whether this tenant's texts are masked. */
    public boolean masks(String tenant) {
        return byTenant.getOrDefault(tenant, true);
    }
}
