package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.stack.Folders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script {@code run}, called in a folder that shows the repository through links, so that what a developer keeps in
 * {@code .deskpulse} is not touched and nothing is built.
 */
public final class RunScript {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private final Path home;

    /**
     * What a call printed and returned.
     *
     * @param out standard output
     * @param all standard error, then standard output
     */
    public record Result(int code, String out, String all) {}

    private RunScript(Path home) {
        this.home = home;
    }

    /** Links the repository into a new folder. */
    public static RunScript in(Path folder) {
        Path home = folder.toAbsolutePath();
        Folders.delete(home);
        try (Stream<Path> entries = Files.list(ROOT.toRealPath())) {
            Path stamp = home.resolve("target/run/built");
            Files.createDirectories(stamp.getParent());
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && !name.equals("target")) {
                    Files.createSymbolicLink(home.resolve(name), entry);
                }
            }
            // the script takes what is newer than this stamp for changed, links included
            Files.createFile(stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunScript(home);
    }

    /** Starts it and returns while it runs; what it prints goes to {@link #printed()}. */
    public Process start(String... arguments) {
        try {
            return builder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("printed").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the started one has printed so far. */
    public String printed() {
        return read(home.resolve("printed"));
    }

    /** Calls it and waits for its end, two minutes at most. */
    public Result call(String... arguments) {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        try {
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError("run " + List.of(arguments) + " does not end: " + read(err) + read(out));
            }
            return new Result(process.exitValue(), read(out), read(err) + read(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return builder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
