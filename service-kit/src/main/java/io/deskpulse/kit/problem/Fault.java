package io.deskpulse.kit.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An exception for the log without its message, which may quote what a customer wrote: the classes of the chain of causes, each
 * with its topmost frames.
 */
public final class Fault {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private Fault() {}

    /** Several lines that tell where it broke, and nothing that it was about. */
    public static String describe(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            text.append(frames(cause));
        }
        return text.toString();
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
