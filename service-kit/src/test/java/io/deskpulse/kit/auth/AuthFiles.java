package io.deskpulse.kit.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The files that say whom the service under test believes. */
public class AuthFiles implements QuarkusTestResourceLifecycleManager {
    private static Path folder;

    static void writeKeys(String jwks) throws IOException {
        write("keys.json", jwks);
    }

    static void writeDenied(String ids) throws IOException {
        write("denied.txt", ids);
    }

    // Moved into place, as an operator should: half a file would be refused, with a warning.
    private static void write(String name, String text) throws IOException {
        Path whole = Files.writeString(folder().resolve(name + ".new"), text);
        Files.move(whole, folder().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path folder() {
        // Tests run in another class loader than this resource.
        return folder != null ? folder : Path.of(System.getProperty("deskpulse.test.auth"));
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("auth");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty("deskpulse.test.auth", folder.toString());
        return Map.of(
                "deskpulse.auth.keys",
                folder.resolve("keys.json").toString(),
                "deskpulse.auth.denied-tokens",
                folder.resolve("denied.txt").toString(),
                "deskpulse.auth.files-every",
                "20ms",
                "deskpulse.auth.browser-paths",
                "/test/");
    }

    @Override
    public void stop() {
        System.clearProperty("deskpulse.test.auth");
    }
}
