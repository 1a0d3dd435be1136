package io.deskpulse.survey.delivery;

import io.deskpulse.survey.offer.Means;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where deliveries are kept. Every call belongs to the current transaction. */
public interface Deliveries {
    /** Adds a delivery; nothing where its offer has one. */
    Uni<Void> plan(Delivery delivery);

    /**
     * Takes some that are due, the longest due first, each counted as tried once more. Nobody else gets them before {@code
     * until}, whatever becomes of who has taken them.
     */
    Uni<List<Delivery>> take(Set<Means> means, Instant now, Instant until, int most);

    /** Writes what became of one that was taken; false where it has been taken again since, and nothing is written. */
    Uni<Boolean> settle(Delivery delivery);

    /** Fails what still waits although its offer has expired; returns the means of each. */
    Uni<List<Means>> expire(String reason, Instant now);

    /** Whichever tenant it is of: for those who hold a token of it, or the id of its message. */
    Uni<Optional<Delivery>> find(UUID offer);

    /** The newest first; only those before {@code before}. */
    Uni<List<Delivery>> list(
            String tenant, Optional<UUID> survey, Optional<Delivery.State> state, Optional<UUID> before, int most);

    /** How many wait, of all tenants. */
    Uni<Map<Means, Long>> waiting();
}
