package io.deskpulse.endtoend.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.ImageJdk;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.Probe;
import io.deskpulse.localstack.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container would do, without one: a service is laid out, trained while all it needs is away, and started with its cache. */
class AotCacheIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void serviceIsTrainedWithoutAnythingElseAndStartsFromItsCache() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", ImageJdk.home().toString());
        Path image = folder.resolve("image");
        Script staged = Script.run(java, Script.FOLDER.resolve("stage.sh"), "ingest-service", image.toString());
        assertThat(staged.code()).as("%s", staged.output()).isZero();

        Script trained = Script.run(java, image.resolve("train.sh"), image.toString());

        assertThat(trained.code()).as("%s", trained.output()).isZero();
        int port = Ports.free();
        // on: without its cache this java would not start
        Command start = new Command(
                "ingest-service",
                List.of(
                        image.resolve("start.sh").toString(),
                        "-XX:AOTMode=on",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.redis.hosts=redis://127.0.0.1:9",
                        "-Dkafka.bootstrap.servers=127.0.0.1:9"),
                java,
                folder.resolve("log"));
        ServiceProcess service = new ServiceProcess(start);
        service.start().await(Probe.http(URI.create("http://localhost:" + port + "/q/health/live")), PATIENCE);
        service.stop(PATIENCE);
        assertThat(service.exitCode()).hasValue(ENDED_BY_SIGTERM);
        assertThat(Files.readString(start.log())).contains("started in").doesNotContain("[aot");
    }
}
