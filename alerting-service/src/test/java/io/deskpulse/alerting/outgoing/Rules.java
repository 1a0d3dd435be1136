package io.deskpulse.alerting.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings for tests. */
public record Rules(
        Optional<List<String>> allowed,
        boolean allowHttp,
        Optional<Set<Integer>> ports,
        Duration connectTimeout,
        Duration timeout,
        int answerBytes)
        implements OutgoingSettings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The standard ones, with what is allowed beside them. */
    public static Rules allowing(String... allowed) {
        return new Rules(Optional.of(List.of(allowed)), true, Optional.empty(), PATIENCE, PATIENCE, 1024);
    }

    /** As they are where nobody has set anything. */
    public static Rules strict() {
        return new Rules(Optional.empty(), false, Optional.empty(), PATIENCE, PATIENCE, 1024);
    }

    public Rules within(Duration whole) {
        return new Rules(allowed, allowHttp, ports, connectTimeout, whole, answerBytes);
    }

    public Rules ports(Integer... some) {
        return new Rules(allowed, allowHttp, Optional.of(Set.of(some)), connectTimeout, timeout, answerBytes);
    }

    /** A guard by these rules. */
    public Guard guard(HostNames names) {
        return new Guard(this, names);
    }
}
