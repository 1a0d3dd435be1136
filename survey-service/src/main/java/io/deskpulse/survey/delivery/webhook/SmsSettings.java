package io.deskpulse.survey.delivery.webhook;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The gateway that sends text messages. Without both settings, deliveries by SMS wait until their offer expires. */
@ConfigMapping(prefix = "deskpulse.survey.sms")
public interface SmsSettings {
    /** Where messages are posted to. */
    Optional<URI> url();

    /**
     * A file of secrets that requests are signed with, each {@code whsec_} and base64, one a line; with several, each signs,
     * so that the gateway can change over. Re-read when it changes.
     */
    Optional<Path> secret();
}
