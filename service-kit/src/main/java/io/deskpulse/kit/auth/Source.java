package io.deskpulse.kit.auth;

import java.io.IOException;
import java.util.Optional;

/** A text kept elsewhere that may change. Not thread-safe. */
interface Source {
    /**
     * The text, where it may have changed since the last call that returned one.
     *
     * @throws IOException where it cannot be read; the next call tries again
     */
    Optional<String> changed() throws IOException;
}
