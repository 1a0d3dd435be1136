package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.http.ClosedLoop;
import io.deskpulse.benchmarks.payload.Payload;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Single events a second, against a bare Quarkus endpoint that echoes the same requests. */
final class Singles implements Bench {
    private static final int CONNECTIONS = 512;
    private static final int MOST_SLICES = 20;
    private static final double AT_LEAST = 0.25;

    @Override
    public String name() {
        return "singles";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        List<byte[]> events = Payload.structured(place.size(50_000, 5_000), Duration.ofMinutes(30));
        List<byte[]> requests = Ingest.singles(events, place.stack().token("bench", "ingest:write"));
        Service ingest = Ingest.start(place.stack());
        int echoPort = Ports.free();
        try (ServiceProcess echo = echo(place, echoPort)) {
            ClosedLoop ourLoad = new ClosedLoop(Ports.HOST, ingest.port(), CONNECTIONS, requests);
            ClosedLoop echoLoad = new ClosedLoop(Ports.HOST, echoPort, CONNECTIONS, requests);
            ourLoad.warmUp(place.size(5, 1), MOST_SLICES);
            echoLoad.warmUp(place.size(5, 1), MOST_SLICES);
            int rounds = place.rounds();
            double[] ours = new double[rounds];
            double[] reference = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                double seconds = place.size(8, 3);
                reference[round] = echoLoad.run(seconds).perSecond();
                place.say("echo %,.0f/s", reference[round]);
                double cpu = Machine.ownCpuSeconds();
                ClosedLoop.Outcome outcome = ourLoad.run(seconds);
                ours[round] = outcome.perSecond();
                place.say(
                        "ours %,.0f/s; the load generator took %.0f %% of a core; refused %s",
                        ours[round], 100 * (Machine.ownCpuSeconds() - cpu) / seconds, outcome.others());
            }
            return List.of(Row.ratio(
                    "single events accepted over HTTP / bare Quarkus echo",
                    Numbers.median(ours),
                    Numbers.median(reference),
                    "requests/s",
                    AT_LEAST));
        }
    }

    private static ServiceProcess echo(Place place, int port) {
        Path jar = place.repository().resolve("benchmarks/echo/target/quarkus-app/quarkus-run.jar");
        ServiceProcess echo = new ServiceProcess(JavaCommand.ofJar(jar, "512m")
                .environment(Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_HTTP_HOST", Ports.HOST))
                .named("echo", place.folder().resolve("logs/echo.log")));
        echo.start();
        return echo.await(() -> answers(port), Duration.ofSeconds(30));
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket(Ports.HOST, port)) {
            return socket.isConnected();
        }
    }
}
