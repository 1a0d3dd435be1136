package io.deskpulse.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus with Alertmanager as they come with Debian, at the shortest intervals that people use: samples and rules each second, no wait for a
 * group. They have as many rules over as many series as ours.
 */
public final class Prometheus implements AutoCloseable {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    private static final int READY_SECONDS = 60;

    private final HttpServer exporter;
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private final List<Process> processes = new ArrayList<>();

    private Prometheus() throws IOException {
        exporter = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
        exporter.createContext("/metrics", this::expose);
        exporter.start();
    }

    /** Whether both are installed. */
    public static boolean installed() {
        return Files.isExecutable(PROMETHEUS) && Files.isExecutable(ALERTMANAGER);
    }

    /** Starts both and returns when samples have been taken and rules evaluated. */
    public static Prometheus start(Path folder, int rules, String webhook) throws IOException, InterruptedException {
        Prometheus started = new Prometheus();
        Files.createDirectories(folder);
        int port = Ports.free();
        int manager = Ports.free();
        Files.writeString(folder.resolve("rules.yml"), rules(rules));
        Files.writeString(folder.resolve("prometheus.yml"), prometheus(manager, started.exporter.getAddress()));
        Files.writeString(folder.resolve("alertmanager.yml"), alertmanager(webhook));
        started.run(
                folder,
                "alertmanager",
                List.of(
                        ALERTMANAGER.toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=" + Ports.HOST + ":" + manager,
                        "--cluster.listen-address="));
        started.run(
                folder,
                "prometheus",
                List.of(
                        PROMETHEUS.toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=" + Ports.HOST + ":" + port));
        awaitReady("http://" + Ports.HOST + ":" + manager + "/-/ready");
        awaitReady("http://" + Ports.HOST + ":" + port + "/-/ready");
        return started;
    }

    /** From the next sample on this group is beyond its limit. */
    public void breach(String group) {
        bad.add(group);
    }

    private void run(Path folder, String name, List<String> command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    private void expose(HttpExchange exchange) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Cell cell : Cell.all()) {
            text.append("resolution_rate{dimension=\"").append(cell.dimension()).append("\",group=\"");
            text.append(cell.value()).append("\"} 0.9\n");
        }
        for (int group = 0; group < Cell.GROUPS; group++) {
            text.append("conversations_closed{variant=\"g").append(group).append("\"} ");
            text.append(bad.contains("g" + group) ? 1_000 : 1).append('\n');
        }
        byte[] body = text.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String rules(int number) {
        StringBuilder yaml = new StringBuilder("groups:\n");
        yaml.append("- name: breach\n  rules:\n  - alert: closed\n    expr: conversations_closed > 500\n");
        for (int rule = 0; rule < number; rule++) {
            if (rule % 100 == 0) {
                yaml.append("- name: rules").append(rule).append("\n  rules:\n");
            }
            yaml.append("  - alert: resolution")
                    .append(rule)
                    .append("\n    expr: avg_over_time(resolution_rate{dimension=\"");
            yaml.append(Cell.DIMENSIONS.get(rule % Cell.DIMENSIONS.size())).append("\"}[1m]) < 0.");
            yaml.append(100 + rule % 700).append('\n');
        }
        return yaml.toString();
    }

    private static String prometheus(int manager, InetSocketAddress exporter) {
        return """
               global: {scrape_interval: 1s, evaluation_interval: 1s}
               rule_files: [rules.yml]
               alerting: {alertmanagers: [{static_configs: [{targets: ["%1$s:%2$d"]}]}]}
               scrape_configs: [{job_name: bench, static_configs: [{targets: ["%1$s:%3$d"]}]}]
               """
                .formatted(Ports.HOST, manager, exporter.getPort());
    }

    private static String alertmanager(String webhook) {
        return """
               route: {receiver: hook, group_by: ["..."], group_wait: 0s, group_interval: 1s, repeat_interval: 4h}
               receivers: [{name: hook, webhook_configs: [{url: "%s"}]}]
               """
                .formatted(webhook);
    }

    private static void awaitReady(String url) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        for (int second = 0; second < READY_SECONDS; second++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("not ready: " + url);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        exporter.stop(0);
    }
}
