package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.token.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of a service as a cluster gives them to it: plain ones in one file, and each secret in a file of its own, through links as kubelet makes
 * them. Immutable.
 *
 * @param plain by name
 * @param secrets by folder and name
 */
public record Settings(Map<String, String> plain, Map<String, Map<String, String>> secrets) {

    private static final String DATA = "..data";

    /** None. */
    public Settings() {
        this(Map.of(), Map.of());
    }

    public Settings with(String name, Object value) {
        return and(new Settings(Map.of(name, value.toString()), Map.of()));
    }

    public Settings secret(String folder, String name, String value) {
        return and(new Settings(Map.of(), Map.of(folder, Map.of(name, value))));
    }

    /** These and others; the others win. */
    public Settings and(Settings others) {
        var allPlain = new TreeMap<>(plain);
        allPlain.putAll(others.plain);
        var allSecrets = new TreeMap<>(secrets);
        others.secrets.forEach((folder, each) -> {
            var all = new TreeMap<>(allSecrets.getOrDefault(folder, Map.of()));
            all.putAll(each);
            allSecrets.put(folder, all);
        });
        return new Settings(allPlain, allSecrets);
    }

    /** Writes them; says which environment the service needs to find the secrets. */
    public Map<String, String> mount(Path folder) {
        try {
            var properties = new Properties();
            properties.putAll(plain);
            try (var out = Files.newBufferedWriter(
                    Files.createDirectories(configuration(folder)).resolve("application.properties"))) {
                properties.store(out, null);
            }
            for (var secret : secrets.entrySet()) {
                mountSecret(folder.resolve("secrets").resolve(secret.getKey()), secret.getValue());
            }
            return Map.of(
                    "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                    secrets.keySet().stream()
                            .map(name -> folder.resolve("secrets").resolve(name).toString())
                            .collect(Collectors.joining(",")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write settings into " + folder, e);
        }
    }

    /** Where the plain ones are. */
    static Path configuration(Path folder) {
        return folder.resolve("config");
    }

    private static void mountSecret(Path mount, Map<String, String> values) throws IOException {
        var version = Files.createDirectories(mount.resolve("..2026_11_22"));
        for (var each : values.entrySet()) {
            SecretFile.write(version.resolve(each.getKey()), each.getValue());
            Files.createSymbolicLink(mount.resolve(each.getKey()), Path.of(DATA, each.getKey()));
        }
        Files.createSymbolicLink(mount.resolve(DATA), version.getFileName());
    }
}
