package io.deskpulse.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says. */
final class Machine {
    private static final double KIBIBYTES_IN_MEBIBYTE = 1024;

    private Machine() {}

    /** Resident memory of a process in MiB. */
    static double residentMebibytes(Service service) {
        return status(service.process().pid(), "VmRSS:") / KIBIBYTES_IN_MEBIBYTE;
    }

    /** CPU seconds that this process, the load generator, has used. */
    static double ownCpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Has the operating system write what it still holds, so that no side pays for what the other one wrote. */
    static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    /** Processors, model and memory, for the table's caption. */
    static String described() {
        return Runtime.getRuntime().availableProcessors() + " cores ("
                + line(Path.of("/proc/cpuinfo"), "model name").replaceAll("^[^:]*:\\s*", "")
                + "), "
                + Math.round(Long.parseLong(
                                line(Path.of("/proc/meminfo"), "MemTotal:").replaceAll("\\D", ""))
                        / 1e6)
                + " GB, Java " + Runtime.version().feature() + ", Linux " + System.getProperty("os.version");
    }

    private static long status(long pid, String name) {
        return Long.parseLong(
                line(Path.of("/proc", Long.toString(pid), "status"), name).replaceAll("\\D", ""));
    }

    private static String line(Path file, String start) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
