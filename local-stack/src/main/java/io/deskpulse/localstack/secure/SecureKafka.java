package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.node.Node;
import io.deskpulse.localstack.process.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Kafka inside this JVM with three doors: one for clients with a certificate, one for clients with a password (SCRAM-SHA-512), both over TLS, and a plain
 * one for the test itself. Whoever comes by the first two is known by name, of the certificate or the user, and may do what it has been given the right to;
 * whoever comes by the plain one may do everything.
 */
final class SecureKafka implements Node {

    private final Path data;
    private final Certificates certificates;
    private final Certificates.Identity server;
    private final Collection<String> users;
    private final String password;
    private final int controllerPort = Ports.free();
    private final int plainPort = Ports.free();
    private final int certificatePort = Ports.free();
    private final int passwordPort = Ports.free();
    private KafkaRaftServer running;

    /** @param users who may come with the password */
    SecureKafka(
            Path data,
            Certificates certificates,
            Certificates.Identity server,
            Collection<String> users,
            String password) {
        this.data = data.toAbsolutePath();
        this.certificates = certificates;
        this.server = server;
        this.users = users;
        this.password = password;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return plainPort;
    }

    String withCertificate() {
        return Ports.HOST + ":" + certificatePort;
    }

    String withPassword() {
        return Ports.HOST + ":" + passwordPort;
    }

    @Override
    public void start() {
        format();
        running = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
        running.startup();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }
    }

    private void format() {
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setScramArguments(users.stream()
                            .map(user -> "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, password))
                            .toList())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format Kafka's storage", e);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAIN");
        properties.put(
                "listener.security.protocol.map",
                "PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,CERTIFICATE:SSL,PASSWORD:SASL_SSL");
        var doors = "PLAIN://%1$s:%2$d,CERTIFICATE://%1$s:%3$d,PASSWORD://%1$s:%4$d"
                .formatted(Ports.HOST, plainPort, certificatePort, passwordPort);
        properties.put("listeners", doors + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort);
        properties.put("advertised.listeners", doors);
        properties.put("ssl.keystore.type", "PKCS12");
        properties.put("ssl.keystore.location", server.store().toString());
        properties.put("ssl.keystore.password", certificates.password());
        properties.put("ssl.truststore.type", "PEM");
        properties.put("ssl.truststore.location", certificates.authority().toString());
        properties.put("listener.name.certificate.ssl.client.auth", "required");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.password.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        properties.put("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:ANONYMOUS");
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        return properties;
    }
}
