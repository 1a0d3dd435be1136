package io.deskpulse.localstack.service;

import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.Probe;
import io.deskpulse.localstack.process.ServiceProcess;
import java.net.URI;
import java.time.Duration;

/** One instance of a service as a child process: {@code process()} can be killed, frozen and restarted. */
public record Service(ServiceKind kind, int port, ServiceProcess process) implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    public URI base() {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }

    /** Where readiness and its reasons are told. */
    public URI readiness() {
        return base().resolve("/q/health/ready");
    }

    /** Starts it and returns when it is ready. */
    public Service start() {
        process.start();
        return awaitReady();
    }

    /** Waits until it is ready, e.g. after {@code process().restart()} or after Kafka came back. */
    public Service awaitReady() {
        process.await(Probe.http(readiness()), START_LIMIT);
        return this;
    }

    @Override
    public void close() {
        process.close();
    }
}
