package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who stands in for whom. Calls block; thread-safe. */
public interface Substitutions {
    /** Those that matter between two moments. */
    List<Substitution> between(String tenant, String schedule, Instant from, Instant to);

    void add(String tenant, String schedule, Substitution substitution);

    /** Whether there was one. */
    boolean remove(String tenant, String schedule, UUID id);
}
