package io.deskpulse.localstack.service;

import io.deskpulse.localstack.token.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The keys of services in a folder, made when they are first needed; readable by their owner only. */
record SecretKeys(Path folder) {

    private static final int KEY_BYTES = 32;

    /** One key a line, {@code id:base64}: another can be put before it. */
    String file(String name) {
        var file = folder.resolve(name + ".keys");
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(folder);
                var key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                SecretFile.write(file, "k1:" + Base64.getEncoder().encodeToString(key) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write keys into " + folder, e);
            }
        }
        return file.toString();
    }
}
