package io.deskpulse.survey.contact;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How addresses are kept. */
@ConfigMapping(prefix = "deskpulse.survey.contacts")
public interface ContactSettings {
    /**
     * A file of keys, {@code id:base64} of at least 32 bytes a line. The first encrypts, all decrypt; re-read when it changes.
     * Without it no address is taken, and nothing is sent.
     */
    Optional<Path> keys();
}
