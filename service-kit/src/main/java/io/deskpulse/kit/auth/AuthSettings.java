package io.deskpulse.kit.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whom a service believes. Issuer, audience and clock skew are the standard {@code mp.jwt.verify.*} settings; what they lack is here.
 */
@ConfigMapping(prefix = "deskpulse.auth")
public interface AuthSettings {
    /**
     * Where the public keys are: a JWK set, as a file path or an {@code https} (or {@code http}) address. Without it no
     * token is accepted, and the service is not ready.
     */
    Optional<String> keys();

    /** A file with the {@code jti} of one token that must no longer be accepted on each line; {@code #} starts a comment. */
    Optional<Path> deniedTokens();

    /** How often the files are looked at for a change. */
    @WithDefault("1s")
    Duration filesEvery();

    /** How often keys are fetched again when they come from an address. */
    @WithDefault("30s")
    Duration fetchEvery();

    /** How long a verified token is believed before its signature is checked again. */
    @WithDefault("60s")
    Duration cacheFor();

    /** How many verified tokens are remembered. */
    @WithDefault("10000")
    int cacheSize();

    /**
     * The beginnings of paths that scripts of other web origins may call: browsers that ask first (CORS) are told yes. The calls
     * themselves are answered for the origins of their token only.
     */
    Optional<List<String>> browserPaths();
}
