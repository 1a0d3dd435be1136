package io.deskpulse.survey.incentive;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the codes are kept that people get for finishing. Every call belongs to the current transaction. */
public interface Incentives {
    /**
     * How many codes of a survey there are.
     *
     * @param left not given yet
     */
    record Count(long given, long left) {}

    /** Adds those codes to a survey that it does not have yet, to be given in this order; returns them. */
    Uni<Set<String>> add(UUID survey, List<String> codes);

    /**
     * Gives an offer one of the codes that are left, or none. No two get the same, and nobody waits for another: codes that
     * others are about to get are not left.
     */
    Uni<Optional<String>> give(UUID survey, UUID offer, Instant now);

    /** The code that an offer was given. */
    Uni<Optional<String>> given(UUID offer);

    Uni<Count> count(UUID survey);

    /** Forgets the codes that were not given; returns how many. */
    Uni<Integer> withdraw(UUID survey);
}
