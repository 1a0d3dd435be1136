package io.deskpulse.alerting.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom tenants may make this service call (docs/guides/receivers.md). */
@ConfigMapping(prefix = "deskpulse.alerting.outgoing")
public interface OutgoingSettings {
    /**
     * What may be called although it is private: networks such as {@code 10.1.0.0/16} or {@code fd12::/64}, and names with a port such as
     * {@code alertmanager.monitoring:9093}, whatever addresses they have.
     */
    Optional<List<String>> allowed();

    /** Whether {@code http} is allowed: whoever is on the way can read what is said, and change it. */
    @WithDefault("false")
    boolean allowHttp();

    /** The only ports that may be called; any where there are none. Names with a port in {@link #allowed} go beyond. */
    Optional<Set<Integer>> ports();

    /** How long a connection may take, for each address of a host. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a call may take in all, from the question for the host's addresses to the end of the answer. */
    @WithDefault("15s")
    Duration timeout();

    /** How much of an answer is read, in bytes; the rest is left. */
    @WithDefault("65536")
    int answerBytes();
}
