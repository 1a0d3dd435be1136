package io.deskpulse.alerting.alert;

import java.util.Collection;
import java.util.List;

/**
 * The traces in which alerts were decided, for those who tell of them later and elsewhere; empty where nothing is traced. Kept for a day. Calls block;
 * thread-safe.
 */
public interface AlertTraces {
    /**
     * Where an alert was decided.
     *
     * @param header {@code traceparent} of the decision
     */
    record Decided(String tenant, String fingerprint, String header) {}

    /** The last one of each alert stands. */
    void note(List<Decided> decided);

    /** The headers of those alerts that have one, in the order in which they were decided. */
    List<String> of(String tenant, Collection<String> fingerprints);
}
