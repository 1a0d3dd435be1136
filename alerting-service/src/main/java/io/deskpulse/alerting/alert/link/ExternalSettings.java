package io.deskpulse.alerting.alert.link;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where people reach this service. */
@ConfigMapping(prefix = "deskpulse.alerting")
public interface ExternalSettings {
    /**
     * The address under which people outside reach this service, such as {@code https://alerts.example.com}: links in notifications begin with
     * it. Without it there are no links.
     */
    Optional<String> externalUrl();
}
