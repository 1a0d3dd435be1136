package io.deskpulse.localstack.node;

import java.nio.file.Path;

/** Where server programs are unpacked: once for a user, so that neither tests nor {@code --clean} unpack them again. */
final class Programs {

    private Programs() {}

    static Path folder(String server) {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("deskpulse").resolve(server).toAbsolutePath();
    }
}
