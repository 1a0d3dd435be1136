package io.deskpulse.kit.problem;

import java.time.Duration;
import java.util.Optional;

/**
 * Ends a request with a problem. Thrown by {@code rest} packages only; it has no stack trace, since it tells of the request and
 * not of a bug.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    private ProblemException(Problem problem, Duration retryAfter) {
        super(problem.type(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** The same, telling the caller when to try again; rounded up to whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(problem, wait);
    }

    public Problem problem() {
        return problem;
    }

    /** The value of {@code Retry-After}, in seconds. */
    public Optional<Long> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter).map(wait -> Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
