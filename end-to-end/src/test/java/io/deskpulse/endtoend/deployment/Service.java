package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.Probe;
import io.deskpulse.localstack.process.ServiceProcess;
import java.net.URI;
import java.time.Duration;

/** One service as a process. */
public record Service(ServiceProcess process, int port) {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    public URI uri() {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }

    /** Returns when it takes requests; fails with the end of its log when it does not. */
    public void awaitReady() {
        process.await(Probe.http(uri().resolve("/q/health/ready")), START_LIMIT);
    }

    /** SIGKILL and a new start; does not wait until it is ready. */
    public void killAndStart() {
        process.kill9();
        process.start();
    }
}
