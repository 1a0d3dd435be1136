package io.deskpulse.endtoend.secure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.localstack.secure.SecureService;
import io.deskpulse.localstack.secure.SecureStack;
import io.deskpulse.localstack.secure.Settings;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.localstack.token.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Deskpulse set up as in a cluster: TLS everywhere, the rights in Kafka that deploy/ gives, secrets in files, tables made by Jobs. Everything stays in {@code target/secure}. */
final class SecureDeployment implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private static final String KEY =
            Base64.getEncoder().encodeToString("a key that nobody should see in a log".getBytes(UTF_8));
    static final List<String> WITH_TABLES = List.of("survey", "metrics", "alerting");

    private final Path folder = Path.of("target", "secure").toAbsolutePath();
    private final SecureStack stack;
    private final KeySet tokenKeys;
    private final Path keys;
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    SecureDeployment() {
        Folders.delete(folder);
        try {
            Files.createDirectories(folder);
            keys = Files.writeString(folder.resolve("keys"), "k1:" + KEY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tokenKeys = KeySet.in(folder.resolve("tokens"));
        stack = new SecureStack(folder.resolve("stack"));
        // a test run that is cut short must not leave servers behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-secure-deployment"));
        stack.start(KafkaUsers.rights(ROOT.resolve("deploy/components/strimzi/users.yaml")));
    }

    SecureStack stack() {
        return stack;
    }

    /** Where things lie that nobody uses yet. */
    Path folder() {
        return folder;
    }

    /** What a service needs where nothing is wrong; its tables are somebody else's work. */
    Settings settings(String service) {
        Settings all = new Settings().with("deskpulse.auth.keys", tokenKeys.publicKeys());
        return switch (service) {
            case "ingest" ->
                all.and(stack.kafkaWithCertificate("ingest-service")).and(stack.redis());
            case "metrics" ->
                waiting(all.and(stack.kafkaWithCertificate("metrics-service"))
                        .and(stack.redis())
                        .and(stack.postgres(service)));
            case "survey" ->
                waiting(all.and(stack.kafkaWithPassword("survey-service")).and(stack.postgres(service)))
                        .with("deskpulse.survey.links.base-url", "https://ask.example")
                        .with("deskpulse.survey.links.keys", keys)
                        .with("deskpulse.survey.contacts.keys", keys);
            default ->
                waiting(all.and(stack.kafkaWithPassword("alerting-service")).and(stack.postgres(service)))
                        .with("deskpulse.alerting.notification.stop-within", "1s")
                        .with("deskpulse.alerting.external-url", "https://alerts.example")
                        .with("deskpulse.alerting.links.keys", keys)
                        .with("deskpulse.alerting.receivers.keys", keys)
                        .with("deskpulse.alerting.outgoing.allowed", "127.0.0.0/8")
                        .with("deskpulse.alerting.outgoing.allow-http", true);
        };
    }

    private static Settings waiting(Settings settings) {
        return settings.with("deskpulse.postgres.migrate", "never");
    }

    /** What the Job of a service needs: its database, as the owner. Addresses of what it never calls must be there all the same. */
    Settings job(String service) {
        return stack.postgresAsOwner(service)
                .with("deskpulse.postgres.migrate", "only")
                .with("quarkus.redis.hosts", "redis://unused");
    }

    /** Starts a process; does not wait for it. */
    Service launch(String service, String name, Settings settings) {
        Service launched = SecureService.of(
                ServiceKind.of(service + "-service"),
                ROOT,
                folder.resolve("services").resolve(name),
                settings);
        services.put(name, launched);
        launched.process().start();
        return launched;
    }

    Service service(String name) {
        return services.get(name);
    }

    /** What each process has said so far. */
    Map<String, String> logs() {
        Map<String, String> logs = new HashMap<>();
        services.forEach((name, service) -> logs.put(name, log(service)));
        return logs;
    }

    static String log(Service service) {
        try {
            return Files.readString(service.process().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must be in no log. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(stack.secrets());
        secrets.add(KEY);
        return secrets;
    }

    String token(String tenant, String... scopes) {
        return new TokenMint(tokenKeys, Clock.systemUTC())
                .mint(new Token(tenant, List.of(scopes), Duration.ofHours(1)));
    }

    @Override
    public void close() {
        services.values().parallelStream().forEach(Service::close);
        stack.close();
    }
}
