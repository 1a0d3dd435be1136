package io.deskpulse.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which process listens on a port, where the system tells (Linux, and only one's own processes unless root). */
final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The process, e.g. {@code pid 4711, java}; empty when the system does not tell. */
    static Optional<String> of(int port) {
        var sockets = listeners(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(PortOwner::described);
    }

    private static String described(ProcessHandle process) {
        var program = process.info().command().map(path -> ", " + path).orElse("");
        return "pid " + process.pid() + program;
    }

    private static Set<String> listeners(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var handles = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return handles.anyMatch(handle -> sockets.contains(target(handle)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
