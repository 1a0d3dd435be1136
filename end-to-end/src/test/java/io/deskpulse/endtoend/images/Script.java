package io.deskpulse.endtoend.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of one of the scripts in {@code deploy/images}: its code and all that it said. */
record Script(int code, List<String> output) {
    static final Path ROOT =
            Path.of(System.getProperty("deskpulse.root", "..")).toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("deploy/images");

    static Script run(Map<String, String> environment, Path script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> output = process.inputReader().lines().toList();
        return new Script(process.waitFor(), output);
    }
}
