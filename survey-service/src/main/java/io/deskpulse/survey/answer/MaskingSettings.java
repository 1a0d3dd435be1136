package io.deskpulse.survey.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Whose comments and texts are masked: everybody's, unless a tenant has it otherwise. */
@ConfigMapping(prefix = "deskpulse.survey")
public interface MaskingSettings {
    /** By tenant id. */
    Map<String, Tenant> tenants();

    /** One tenant's own settings. */
    interface Tenant {
        /** Whether personal data in comments and texts is masked before it is stored. */
        @WithDefault("true")
        boolean masking();
    }
}
