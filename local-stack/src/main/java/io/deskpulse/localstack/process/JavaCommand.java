package io.deskpulse.localstack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes a child JVM with a bounded heap. */
public final class JavaCommand {

    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    private JavaCommand(String heap) {
        options.add("-Xmx" + heap);
        options.add("-XX:+ExitOnOutOfMemoryError");
    }

    /** A JVM that runs {@code main} on the class path of this one. */
    public static JavaCommand ofMain(Class<?> main, String heap) {
        return ofMain(main.getName(), classPath(), heap);
    }

    /** A JVM that runs the class {@code main}, found in a folder or else on the class path of this JVM. */
    public static JavaCommand ofMain(String main, Path classes, String heap) {
        return ofMain(main, classes.toAbsolutePath() + File.pathSeparator + classPath(), heap);
    }

    private static JavaCommand ofMain(String main, String classPath, String heap) {
        var command = new JavaCommand(heap);
        // by environment: a class path is longer than people want to see in a process list
        command.environment.put("CLASSPATH", classPath);
        if (classPath.contains("slf4j-jdk14")) {
            // a class path that holds Quarkus's binding too would leave the choice to chance
            command.options.add("-Dslf4j.provider=org.slf4j.jul.JULServiceProvider");
        }
        command.program.add(main);
        return command;
    }

    /** A JVM that runs an executable jar. */
    public static JavaCommand ofJar(Path jar, String heap) {
        var command = new JavaCommand(heap);
        command.program.add("-jar");
        command.program.add(jar.toAbsolutePath().toString());
        return command;
    }

    public JavaCommand option(String option) {
        options.add(option);
        return this;
    }

    public JavaCommand argument(String argument) {
        program.add(argument);
        return this;
    }

    public JavaCommand environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    public Command named(String name, Path log) {
        var arguments = new ArrayList<String>();
        arguments.add(executable());
        arguments.addAll(options);
        arguments.addAll(program);
        return new Command(name, arguments, environment, log);
    }

    private static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        // Surefire may start its JVM from a manifest-only jar and tells the real path here
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
