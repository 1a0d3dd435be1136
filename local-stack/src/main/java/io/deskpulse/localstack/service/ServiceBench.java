package io.deskpulse.localstack.service;

import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.stack.StackAddresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sets services up against one stack.
 *
 * @param repository the folder whose modules hold the built services
 * @param stack what the services connect to
 * @param publicKeys the key set that they verify tokens with; secrets of services are made beside it
 * @param logs folder of their log files
 */
public record ServiceBench(Path repository, StackAddresses stack, Path publicKeys, Path logs) {

    private static final String HEAP = System.getenv().getOrDefault("DESKPULSE_SERVICE_HEAP", "1g");

    /**
     * A service, not started yet.
     *
     * @param instance names process and log, e.g. {@code metrics-service-2}
     * @param extra configuration properties that win over those of the bench
     */
    public Service service(ServiceKind kind, String instance, int port, Map<String, String> extra) {
        var jar = kind.artifact(repository);
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "%s is not built: run ./mvnw package -DskipTests -pl %s -am".formatted(kind.name(), kind.name()));
        }
        var command = JavaCommand.ofJar(jar, HEAP)
                // few cores and much garbage that dies young: a drain is half as fast again as with G1
                .option("-XX:+UseParallelGC")
                .environment(environment(kind, port, extra))
                .named(instance, logs.resolve(instance + ".log"));
        return new Service(kind, port, new ServiceProcess(command));
    }

    /** The environment variables that set a service up, however it is started. */
    public Map<String, String> environment(ServiceKind kind, int port, Map<String, String> extra) {
        var configuration = new HashMap<>(stack.configuration(kind.database()));
        configuration.put("quarkus.http.host", System.getenv().getOrDefault("QUARKUS_HTTP_HOST", Ports.HOST));
        configuration.put("quarkus.http.port", String.valueOf(port));
        configuration.put("deskpulse.auth.keys", publicKeys.toAbsolutePath().toString());
        configuration.putAll(secrets(kind, "http://localhost:" + port));
        // people read these logs
        configuration.put("quarkus.log.console.json.enabled", "false");
        configuration.putAll(extra);
        return asEnvironment(configuration);
    }

    private Map<String, String> secrets(ServiceKind kind, String baseUrl) {
        var keys = new SecretKeys(publicKeys.toAbsolutePath().getParent());
        return switch (kind.name()) {
            case "survey-service" -> new SurveySecrets(keys).configuration(baseUrl);
            case "alerting-service" -> new AlertingSecrets(keys).configuration(baseUrl);
            default -> Map.of();
        };
    }

    /** By environment and not by arguments: arguments show in process lists, passwords with them. */
    private static Map<String, String> asEnvironment(Map<String, String> configuration) {
        var environment = new HashMap<String, String>();
        configuration.forEach((name, value) ->
                environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
