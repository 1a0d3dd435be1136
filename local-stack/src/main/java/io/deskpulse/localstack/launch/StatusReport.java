package io.deskpulse.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;

/** Tells what runs, and why a part is not ready. */
final class StatusReport {

    private final Layout layout;
    private final Console console;
    private boolean allUp = true;

    StatusReport(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    /** Exit code 0 when every part is up, else 1. */
    int print() {
        var state = RunState.read(layout.state());
        if (state.isEmpty()) {
            console.line("Nothing runs here. Start with ./run");
            return 1;
        }
        var launcher = state.get().launcher();
        console.line(
                launcher.alive()
                        ? (state.get().started() ? "Running" : "Starting") + ", launcher is pid " + launcher.pid() + "."
                        : "The launcher (pid " + launcher.pid() + ") is gone. ./run stop takes down what it left.");
        allUp = launcher.alive() && state.get().started();
        console.line("%-18s %8s %6s  %s".formatted("part", "pid", "port", "state"));
        state.get().parts().forEach(this::print);
        return allUp ? 0 : 1;
    }

    private void print(RunState.Part part) {
        var condition = condition(part);
        allUp &= condition.startsWith("up");
        console.line("%-18s %8d %6s  %s"
                .formatted(part.name(), part.process().pid(), part.port() == 0 ? "-" : part.port(), condition));
    }

    private static String condition(RunState.Part part) {
        if (!part.process().alive()) {
            return "down: the process has ended";
        }
        if (part.name().endsWith("-service")) {
            return readiness(part.port());
        }
        return part.port() == 0 || accepts(part.port()) ? "up" : "down: does not accept connections";
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(Ports.HOST, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** {@code up}, or {@code down} with the reasons that the service gives. */
    static String readiness(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "up" : "down: " + reasons(new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            return "down: does not answer at " + request.uri();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "down: not known";
        }
    }

    private static String reasons(JsonNode health) {
        var reasons = new ArrayList<String>();
        for (var check : health.path("checks")) {
            if (!check.path("status").asText().equals("UP")) {
                var data = check.path("data");
                reasons.add(check.path("name").asText() + (data.isEmpty() ? "" : " " + data));
            }
        }
        return reasons.isEmpty() ? "not ready" : String.join("; ", reasons);
    }
}
