package io.deskpulse.benchmarks.startup;

import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.ProcessFailed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the image of a service holds, laid out and trained by the scripts that its container file uses, without a container.
 *
 * @param service its name
 * @param repository where service, scripts and manifests are
 * @param folder what would be {@code /deployments}
 * @param jdk the folder of the JDK
 */
public record Image(String service, Path repository, Path folder, Path jdk) {
    private static final Pattern LIMIT = Pattern.compile("limits: \\{[^}]*memory: (\\d+)([MG])i");

    private static final int MEBIBYTES_IN_GIBIBYTE = 1024;

    /** Lays it out and trains it; replaces what is in the folder. */
    public void build(Path log) throws IOException, InterruptedException {
        Path scripts = repository.resolve("deploy/images");
        run(log, scripts.resolve("stage.sh").toString(), service, folder.toString());
        run(log, folder.resolve("train.sh").toString(), folder.toString(), memory());
    }

    /** Started as in a container that has the memory of the manifest: with its AOT cache. */
    public Command archived(Map<String, String> environment, Path log) {
        return command("with archive", List.of(folder.resolve("start.sh").toString(), memory()), environment, log);
    }

    /** The same JVM with the same options, as Quarkus packs it, and without a cache. */
    public Command plain(Map<String, String> environment, Path log) {
        return command(
                "plain",
                List.of(
                        jdk.resolve("bin/java").toString(),
                        "@" + folder.resolve("jvm.args"),
                        memory(),
                        "-jar",
                        repository
                                .resolve(service)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString()),
                environment,
                log);
    }

    /** The native executable, where Maven has built one. */
    public Optional<Command> executable(Map<String, String> environment, Path log) throws IOException {
        try (var files = Files.newDirectoryStream(repository.resolve(service).resolve("target"), "*-runner")) {
            List<Command> found = new ArrayList<>();
            files.forEach(file -> found.add(command("native", List.of(file.toString()), environment, log)));
            return found.stream().findFirst();
        }
    }

    /** A container would be told by its control group. */
    private String memory() {
        return "-XX:MaxRAM=" + limitMebibytes() + "m";
    }

    /** The limit that the manifest gives its container. */
    public int limitMebibytes() {
        Path manifest = repository.resolve("deploy/base").resolve(service).resolve("deployment.yaml");
        try {
            Matcher limit = LIMIT.matcher(Files.readString(manifest));
            if (!limit.find()) {
                throw new IllegalStateException(manifest + " has no limit of memory in Mi or Gi");
            }
            return Integer.parseInt(limit.group(1)) * (limit.group(2).equals("G") ? MEBIBYTES_IN_GIBIBYTE : 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Command command(String how, List<String> arguments, Map<String, String> environment, Path log) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", jdk.toString());
        // as in the container files
        all.put("MALLOC_ARENA_MAX", "2");
        return new Command(service + ", " + how, arguments, all, log);
    }

    private void run(Path log, String... command) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.redirectOutput(Redirect.appendTo(log.toFile()));
        script.environment().put("JAVA_HOME", jdk.toString());
        int code = script.start().waitFor();
        if (code != 0) {
            throw new ProcessFailed(command[0], "ended with exit code " + code, Files.readAllLines(log), log);
        }
    }
}
