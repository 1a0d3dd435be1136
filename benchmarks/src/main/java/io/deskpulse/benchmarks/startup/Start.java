package io.deskpulse.benchmarks.startup;

import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.Probe;
import io.deskpulse.localstack.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one start of a service was like.
 *
 * @param ownMillis what the service itself says it took to start
 * @param readyMillis from the start of the process to the first yes of {@code /q/health/ready}
 * @param cpuMillis processor time used until then, which says more than the clock where others use the processors too
 * @param residentMebibytes at rest
 */
public record Start(double ownMillis, double readyMillis, double cpuMillis, double residentMebibytes) {
    private static final Pattern TOLD = Pattern.compile("started in ([0-9.]+)s");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double MILLIS_IN_SECOND = 1e3;
    private static final double KIBIBYTES_IN_MEBIBYTE = 1024;

    /** Starts it, lets it rest, measures and stops it. */
    public static Start of(Command command, int port, Duration rest) throws IOException, InterruptedException {
        Files.deleteIfExists(command.log());
        Probe probe = Probe.http(URI.create("http://localhost:" + port + "/q/health/ready"));
        try (ServiceProcess service = new ServiceProcess(command)) {
            long began = System.nanoTime();
            service.start();
            while (!isReady(probe)) {
                if (!service.alive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw service.failed("was not ready");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            double ready = (System.nanoTime() - began) / NANOS_IN_MILLI;
            double cpu = cpuMillis(service.pid());
            TimeUnit.NANOSECONDS.sleep(rest.toNanos());
            return new Start(own(Files.readString(command.log())), ready, cpu, resident(service.pid()));
        }
    }

    private static boolean isReady(Probe probe) throws InterruptedException {
        try {
            return probe.ready();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double own(String log) {
        Matcher told = TOLD.matcher(log);
        if (!told.find()) {
            throw new IllegalStateException("the service did not say how long its start took");
        }
        return Double.parseDouble(told.group(1)) * MILLIS_IN_SECOND;
    }

    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_IN_MEBIBYTE)
                .sum();
    }

    private static double cpuMillis(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
    }
}
