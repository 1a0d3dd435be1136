package io.deskpulse.alerting.alert;

import java.net.URI;
import java.util.Optional;

/** Links by which whoever has one acknowledges an alert, without a token of the API. Thread-safe. */
public interface AckLinks {
    /**
     * The link to acknowledge the episode of an alert that stands. A secret: for receivers only, never to be logged. Opening it changes nothing; a POST to it
     * does.
     *
     * @param alert pending, firing or recovering
     * @return empty where no links are configured, or the alert is normal
     */
    Optional<URI> to(Alert alert);
}
