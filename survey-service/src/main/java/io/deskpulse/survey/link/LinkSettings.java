package io.deskpulse.survey.link;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What links to surveys look like. Without both settings none are made. */
@ConfigMapping(prefix = "deskpulse.survey.links")
public interface LinkSettings {
    /** What links begin with: the address under which customers reach this service, {@code https://ask.example.com}. */
    Optional<String> baseUrl();

    /**
     * A file of keys, {@code id:base64} of at least 32 bytes a line. The first signs, all verify; re-read when it changes.
     */
    Optional<Path> keys();
}
