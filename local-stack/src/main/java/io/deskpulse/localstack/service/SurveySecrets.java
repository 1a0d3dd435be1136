package io.deskpulse.localstack.service;

import io.deskpulse.localstack.token.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The keys of the survey-service in a folder, made when they are first needed; readable by their owner only. */
record SurveySecrets(Path folder) {

    private static final int KEY_BYTES = 32;

    /**
     * What the service is to be told about them.
     *
     * @param baseUrl what links to it begin with
     */
    Map<String, String> configuration(String baseUrl) {
        return Map.of(
                "deskpulse.survey.links.base-url",
                baseUrl,
                "deskpulse.survey.links.keys",
                file("survey-links").toString(),
                "deskpulse.survey.contacts.keys",
                file("survey-contacts").toString());
    }

    /** One key a line, {@code id:base64}: another can be put before it. */
    private Path file(String name) {
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
        return file;
    }
}
