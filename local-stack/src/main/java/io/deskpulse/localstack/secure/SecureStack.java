package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.node.Node;
import io.deskpulse.localstack.node.PostgresNode;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.Topics;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Kafka, Redis and Postgres as they are in production: everything over TLS, nobody without a certificate or a password, and in Kafka nobody without rights. For
 * tests.
 */
public final class SecureStack implements AutoCloseable {

    private final Map<String, String> passwords = new TreeMap<>();
    private final Certificates certificates;
    private final Map<String, Certificates.Identity> clients = new ConcurrentHashMap<>();
    private final SecureKafka kafka;
    private final SecureRedis redis;
    private final SecurePostgres postgres;

    /** Makes certificates and passwords under the folder; nothing runs yet. */
    public SecureStack(Path folder) {
        List.of("store", "redis", "kafka").forEach(name -> passwords.put(name, random()));
        PostgresNode.DATABASES.forEach(name -> passwords.put(name, random()));
        PostgresNode.DATABASES.forEach(name -> passwords.put(name + PostgresNode.SERVICE, random()));
        certificates = Certificates.in(folder.resolve("authority"), passwords.get("store"));
        var server = certificates.issue("server");
        var users = ServiceKind.ALL.stream().map(ServiceKind::name).toList();
        kafka = new SecureKafka(folder.resolve("kafka"), certificates, server, users, passwords.get("kafka"));
        redis = new SecureRedis(Ports.free(), folder.resolve("redis"), certificates, server, passwords.get("redis"));
        postgres = new SecurePostgres(Ports.free(), folder.resolve("postgres"), server, passwords);
    }

    /**
     * Starts all of it and makes the topics.
     *
     * @param rights what users of Kafka may do, called like their services
     */
    public SecureStack start(Collection<AclBinding> rights) {
        var starts = nodes().stream()
                .map(node -> CompletableFuture.runAsync(node::start))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(starts).join();
        Topics.create(plainKafka(), Topics.PARTITIONS);
        grant(rights);
        return this;
    }

    private void grant(Collection<AclBinding> rights) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", plainKafka()))) {
            admin.createAcls(rights).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka takes no rights: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        nodes().parallelStream().forEach(Node::stop);
    }

    /** Where the test itself reaches Kafka, without ado. */
    public String plainKafka() {
        return "127.0.0.1:" + kafka.port();
    }

    /** What nobody may read in a log. */
    public Collection<String> secrets() {
        return List.copyOf(passwords.values());
    }

    /** The authority that has signed everything here. */
    public Path authority() {
        return certificates.authority();
    }

    /** Kafka with a certificate of this service. */
    public Settings kafkaWithCertificate(String service) {
        var client = clients.computeIfAbsent(service, certificates::issue);
        return trustingKafka(kafka.withCertificate())
                .with("kafka.security.protocol", "SSL")
                .with("kafka.ssl.keystore.type", "PKCS12")
                .with("kafka.ssl.keystore.location", client.store().toString())
                .secret("kafka", "kafka.ssl.keystore.password", certificates.password());
    }

    /** Kafka with the name of this service and a password. */
    public Settings kafkaWithPassword(String service) {
        return trustingKafka(kafka.withPassword())
                .with("kafka.security.protocol", "SASL_SSL")
                .with("kafka.sasl.mechanism", "SCRAM-SHA-512")
                .secret(
                        "kafka",
                        "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                                .formatted(service, passwords.get("kafka")));
    }

    public Settings redis() {
        return new Settings()
                .with("quarkus.redis.hosts", "rediss://localhost:" + redis.port())
                .with("quarkus.redis.tls-configuration-name", "redis")
                .with("quarkus.tls.redis.trust-store.pem.certs", authority().toString())
                .with("quarkus.tls.redis.hostname-verification-algorithm", "HTTPS")
                .secret("redis", "quarkus.redis.password", passwords.get("redis"));
    }

    /** A database as the service uses it, who may not change tables. */
    public Settings postgres(String database) {
        return postgres(database, database + PostgresNode.SERVICE);
    }

    /** A database as its owner uses it, who makes the tables. */
    public Settings postgresAsOwner(String database) {
        return postgres(database, database);
    }

    private Settings postgres(String database, String role) {
        var url = "postgresql://localhost:" + postgres.port() + "/" + database;
        return new Settings()
                .with("quarkus.datasource.username", role)
                .with("quarkus.datasource.jdbc.url", "jdbc:" + url + "?sslmode=verify-full&sslrootcert=" + authority())
                .with("quarkus.datasource.reactive.url", url)
                .with("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full")
                .with("quarkus.datasource.reactive.trust-certificate-pem", "true")
                .with(
                        "quarkus.datasource.reactive.trust-certificate-pem.certs",
                        authority().toString())
                .with("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS")
                .secret("postgres", "quarkus.datasource.password", passwords.get(role));
    }

    private Settings trustingKafka(String bootstrapServers) {
        return new Settings()
                .with("kafka.bootstrap.servers", bootstrapServers)
                .with("kafka.ssl.truststore.type", "PEM")
                .with("kafka.ssl.truststore.location", authority().toString());
    }

    private List<Node> nodes() {
        return new ArrayList<>(List.of(kafka, redis, postgres));
    }

    private static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
