package io.deskpulse.survey.offer;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why surveys were not offered: for each survey and conversation, else person, the last time. Every call belongs to the current
 * transaction.
 */
public interface Decisions {
    /** Keeps decisions, each over the one before about the same; no two of them are about the same. */
    Uni<Void> keep(List<Decision> decisions);

    /** The latest of a conversation or of a customer; either may be null. */
    Uni<List<Decision>> of(String tenant, String conversation, String customer);

    /** How an offer came about, as it was written with it. */
    Uni<Optional<Explanation>> explanation(String tenant, UUID offer);

    /** Deletes some that are older; says how many. */
    Uni<Integer> forget(Instant before, int most);
}
