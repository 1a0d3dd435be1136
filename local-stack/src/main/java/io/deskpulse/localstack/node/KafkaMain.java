package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Quiet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Kafka as a process of its own. Ends in good order on SIGTERM, and when its standard input ends: then its parent is gone. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Arguments: port, data folder, and those of {@link KafkaQuorum#arguments}. */
    public static void main(String[] arguments) throws IOException {
        Quiet.libraries();
        var settings =
                new KafkaSettings(Integer.parseInt(arguments[0]), Path.of(arguments[1]), KafkaQuorum.of(arguments, 2));
        var kafka = new EmbeddedKafka(settings);
        kafka.start();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "stop-kafka"));
        System.err.println("Kafka listens on " + settings.bootstrapServers());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
