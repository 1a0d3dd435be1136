package io.deskpulse.localstack.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Kafka inside this JVM. A stopped one is started again as a new server over the same data. */
public final class EmbeddedKafka implements Node {

    private final KafkaSettings settings;
    private KafkaRaftServer server;

    public EmbeddedKafka(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public synchronized void start() {
        format();
        var properties = new Properties();
        properties.putAll(settings.properties());
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private void format() {
        var report = new ByteArrayOutputStream();
        try {
            if (Files.exists(settings.data().resolve("meta.properties"))) {
                return;
            }
            Files.createDirectories(settings.data());
            new Formatter()
                    .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
                    .setClusterId(settings.quorum().clusterId())
                    .setNodeId(settings.quorum().node())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .addDirectory(settings.data().toString())
                    .setMetadataLogDirectory(settings.data().toString())
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException("cannot create " + settings.data(), e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format Kafka's storage: " + report, e);
        }
    }
}
