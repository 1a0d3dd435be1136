package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.alert.AckLinks;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.link.ExternalSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Addresses of this service that receivers are told. Thread-safe. */
@Singleton
public class Links {
    private final String externalUrl;
    private final AckLinks acknowledging;

    Links(ExternalSettings settings, AckLinks acknowledging) {
        this.externalUrl = settings.externalUrl().orElse("");
        this.acknowledging = acknowledging;
    }

    /** Where this service is reached from outside; empty text where nobody has said. */
    public String externalUrl() {
        return externalUrl;
    }

    /** Where an alert is acknowledged by whoever has the link. */
    public Optional<String> acknowledge(Alert alert) {
        return acknowledging.to(alert).map(URI::toString);
    }
}
