package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Kafka as a child process, which can be killed and frozen. */
public final class KafkaProcess extends ProcessNode {

    private final KafkaSettings settings;

    /** @param heap the greatest heap of the child, e.g. {@code 768m} */
    public KafkaProcess(KafkaSettings settings, String heap, Path log) {
        this("kafka", settings, heap, log);
    }

    KafkaProcess(String name, KafkaSettings settings, String heap, Path log) {
        super(new ServiceProcess(command(settings, heap).named(name, log)));
        this.settings = settings;
    }

    private static JavaCommand command(KafkaSettings settings, String heap) {
        var command = JavaCommand.ofMain(KafkaMain.class, heap)
                .argument(String.valueOf(settings.port()))
                .argument(settings.data().toString());
        settings.quorum().arguments().forEach(command::argument);
        return command;
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    boolean answers() throws IOException, InterruptedException {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", settings.bootstrapServers(),
                "default.api.timeout.ms", "2000",
                "request.timeout.ms", "2000");
        try (var port = new Socket(Ports.HOST, settings.port());
                var admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }
}
