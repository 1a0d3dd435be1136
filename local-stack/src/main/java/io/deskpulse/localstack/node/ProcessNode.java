package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;

/** A server that is a child process, which can be killed and frozen. */
abstract class ProcessNode implements Node {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ServiceProcess process;

    ProcessNode(ServiceProcess process) {
        this.process = process;
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public void start() {
        process.start();
        awaitReady();
    }

    /** Waits until it answers, its data loaded, e.g. after a restart through {@link #process()}. */
    public void awaitReady() {
        process.await(this::answers, START_LIMIT);
    }

    @Override
    public void stop() {
        process.close();
    }

    public ServiceProcess process() {
        return process;
    }

    /** Whether it takes requests now; an error is a no. */
    abstract boolean answers() throws IOException, InterruptedException;
}
