package io.deskpulse.localstack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One of the services of Deskpulse.
 *
 * @param name also the name of its module
 * @param port where it listens unless told otherwise
 * @param database the database that is its own; services without tables ignore it
 */
public record ServiceKind(String name, int port, String database) {

    /** All services, in the order in which events flow through them. */
    public static final List<ServiceKind> ALL = List.of(
            new ServiceKind("ingest-service", 8081, "metrics"),
            new ServiceKind("survey-service", 8082, "survey"),
            new ServiceKind("metrics-service", 8083, "metrics"),
            new ServiceKind("alerting-service", 8084, "alerting"));

    /** The kind of that name. */
    public static ServiceKind of(String name) {
        return ALL.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no service is called " + name));
    }

    /** The services whose artifact is there. */
    public static List<ServiceKind> builtIn(Path repository) {
        return ALL.stream()
                .filter(kind -> Files.exists(kind.artifact(repository)))
                .toList();
    }

    /** The jar that is run, once the service is built. */
    public Path artifact(Path repository) {
        return repository.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
