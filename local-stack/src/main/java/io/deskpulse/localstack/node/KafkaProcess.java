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
        super(new ServiceProcess(JavaCommand.ofMain(KafkaMain.class, heap)
                .argument(String.valueOf(settings.port()))
                .argument(String.valueOf(settings.controllerPort()))
                .argument(settings.data().toString())
                .named("kafka", log)));
        this.settings = settings;
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
