package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who stands in for whom. Calls block; thread-safe. */
public interface Substitutions {
    /** Those that matter between two moments. */
    List<Substitution> between(String tenant, String schedule, Instant from, Instant to);

    /** Those made before another, the newest first. */
    List<Substitution> list(String tenant, String schedule, Optional<UUID> before, int most);

    void add(String tenant, String schedule, Substitution substitution);

    /** Whether there was one. */
    boolean remove(String tenant, String schedule, UUID id);
}
