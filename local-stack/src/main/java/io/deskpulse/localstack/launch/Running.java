package io.deskpulse.localstack.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that another shell can find again. Its start time tells it from a later one with the same id.
 *
 * @param started milliseconds since 1970, as the system tells it; 0 when it does not
 */
public record Running(long pid, long started) {

    static Running of(ProcessHandle process) {
        return new Running(process.pid(), startOf(process));
    }

    static Running self() {
        return of(ProcessHandle.current());
    }

    static Running of(long pid) {
        return ProcessHandle.of(pid).map(Running::of).orElse(new Running(pid, 0));
    }

    boolean alive() {
        return handle().isPresent();
    }

    /** Asks it to end and kills it after the grace; true when it needed no kill. */
    boolean stop(Duration grace) {
        var process = handle();
        if (process.isEmpty()) {
            return true;
        }
        process.get().destroy();
        if (ended(process.get(), grace)) {
            return true;
        }
        process.get().destroyForcibly();
        ended(process.get(), Duration.ofSeconds(2));
        return false;
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> startOf(process) == started);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
