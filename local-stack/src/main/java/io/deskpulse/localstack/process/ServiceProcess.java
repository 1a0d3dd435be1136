package io.deskpulse.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process that can be started, stopped, killed, frozen and started again with the same command.
 *
 * <p>Its standard input is a pipe from this JVM that is never written: a child that reads it sees the end when this JVM dies, however
 * it dies. It runs in a session of its own, so that Ctrl-C in a terminal reaches only the launcher, which then stops its children in order.
 * Thread-safe.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final int LINES_TOLD = 15;
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final boolean SETSID = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    private final Command command;
    private volatile Process process;

    public ServiceProcess(Command command) {
        this.command = command;
    }

    public String name() {
        return command.name();
    }

    public Path log() {
        return command.log();
    }

    /** Starts it; does not wait until it is ready. */
    public synchronized ServiceProcess start() {
        if (alive()) {
            throw new IllegalStateException(name() + " is already running as " + pid());
        }
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(arguments()).redirectErrorStream(true);
            builder.redirectOutput(Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name() + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the probe says yes; throws {@link ProcessFailed} when the process dies or the time is over. */
    public ServiceProcess await(Probe probe, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!answers(probe)) {
            if (!alive()) {
                throw failed("ended with exit code " + exitCode().orElse(-1) + " before it was ready");
            }
            if (System.nanoTime() > end) {
                throw failed("was not ready within " + limit.toSeconds() + " s");
            }
            pause();
        }
        return this;
    }

    public boolean alive() {
        var current = process;
        return current != null && current.isAlive();
    }

    /** The process id of the latest start. */
    public long pid() {
        return process.pid();
    }

    /** The exit code of the latest run; empty while it runs and before the first start. */
    public OptionalInt exitCode() {
        var current = process;
        return current == null || current.isAlive() ? OptionalInt.empty() : OptionalInt.of(current.exitValue());
    }

    /** Completes when the present run ends. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks it to end (SIGTERM), and kills it when it has not ended after the grace. */
    public void stop(Duration grace) {
        var current = process;
        if (current == null || !current.isAlive()) {
            return;
        }
        current.destroy();
        if (!ended(current, grace)) {
            current.destroyForcibly();
            ended(current, GRACE);
        }
    }

    /** SIGKILL: the process cannot clean up. Returns when it is gone. */
    public void kill9() {
        process.destroyForcibly();
        ended(process, GRACE);
    }

    /** SIGSTOP: the process stands still and keeps its connections and locks. */
    public void freeze() {
        signal("-STOP");
    }

    /** SIGCONT after {@link #freeze}. */
    public void resume() {
        signal("-CONT");
    }

    /** Stops it if it runs and starts it again; does not wait until it is ready. */
    public ServiceProcess restart() {
        stop(GRACE);
        return start();
    }

    /** What to tell a person when this process failed: the reason, its last log lines and the log's path. */
    public ProcessFailed failed(String what) {
        return new ProcessFailed(name(), what, LogTail.of(log(), LINES_TOLD), log());
    }

    @Override
    public void close() {
        stop(GRACE);
    }

    private List<String> arguments() {
        var arguments = new ArrayList<String>();
        if (SETSID) {
            arguments.add("setsid");
        }
        arguments.addAll(command.arguments());
        return arguments;
    }

    private void signal(String signal) {
        try {
            var code = new ProcessBuilder("kill", signal, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("cannot signal " + name() + " with " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static boolean answers(Probe probe) {
        try {
            return probe.ready();
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }
}
