package io.deskpulse.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one child process is started.
 *
 * @param name what people call it, e.g. {@code ingest-service}
 * @param arguments program and arguments
 * @param environment variables set in addition to the inherited ones
 * @param log the file that its output is appended to
 */
public record Command(String name, List<String> arguments, Map<String, String> environment, Path log) {

    public Command {
        if (name.isBlank() || arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a name and a program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
