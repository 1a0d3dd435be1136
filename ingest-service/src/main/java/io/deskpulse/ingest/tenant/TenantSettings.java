package io.deskpulse.ingest.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one tenant has otherwise than the rest, for example {@code deskpulse.ingest.tenants.acme.masking=false}. */
@ConfigMapping(prefix = "deskpulse.ingest")
public interface TenantSettings {
    /** By tenant id. */
    Map<String, Tenant> tenants();

    /** One tenant's own settings; what is not set follows the default of its feature. */
    interface Tenant {
        /** Whether personal data in message text is masked before it is stored. */
        Optional<Boolean> masking();

        /** Events a second that the tenant may send for long. */
        @WithName("events-per-second")
        OptionalLong eventsPerSecond();

        /** Events that the tenant may send at once. */
        OptionalLong burst();
    }
}
