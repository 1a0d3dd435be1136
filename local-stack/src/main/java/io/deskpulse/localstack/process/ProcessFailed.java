package io.deskpulse.localstack.process;

import java.nio.file.Path;
import java.util.List;

/** A child process died or did not become ready; says which, why, and where to read on. */
public final class ProcessFailed extends RuntimeException {

    public ProcessFailed(String process, String what, List<String> lastLines, Path log) {
        super("%s %s.%n%s  Log: %s".formatted(process, what, indented(lastLines), log));
    }

    private static String indented(List<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append("  | ").append(line.stripTrailing()).append(System.lineSeparator()));
        return text.toString();
    }
}
