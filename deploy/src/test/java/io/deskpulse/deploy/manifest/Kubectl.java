package io.deskpulse.deploy.manifest;

import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders overlays with {@code kubectl kustomize}, each once. */
public final class Kubectl {

    /**
     * What it printed.
     *
     * @param warnings its standard error: nothing, unless something is wrong
     */
    public record Rendered(int code, String yaml, String warnings) {}

    private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

    private Kubectl() {}

    /** Whether it is on the path. */
    public static boolean present() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    /** The overlay of a name. */
    public static Rendered overlay(String name) {
        return folder("deploy/overlays/" + name);
    }

    /** The kustomization in a folder of the repository. */
    public static Rendered folder(String folder) {
        return RENDERED.computeIfAbsent(folder, each -> kustomize(Repository.path(each)));
    }

    private static Rendered kustomize(Path folder) {
        try {
            Path out = Files.createTempFile("rendered", ".yaml");
            Path warnings = Files.createTempFile("rendered", ".txt");
            try {
                var process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                        .redirectOutput(out.toFile())
                        .redirectError(warnings.toFile())
                        .start();
                int code = process.waitFor();
                return new Rendered(code, Files.readString(out), Files.readString(warnings));
            } finally {
                Files.delete(out);
                Files.delete(warnings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
