package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Policy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where offers are kept. Every call belongs to the current transaction. Nobody sees the offers of another tenant. */
public interface Offers {
    /**
     * Adds an offer; false where the survey was offered in its conversation, or by the close of its episode, already.
     *
     * @param explanation how it came about, as JSON
     */
    Uni<Boolean> add(Offer offer, Policy.Ask asked, String explanation);

    /** Takes one place of a survey's quota; false where none is left. No two take the same. */
    Uni<Boolean> takePlace(UUID survey, int quota);

    /** An offer that nobody else can change before this transaction ends. */
    Uni<Optional<Offer>> lock(String tenant, UUID id);

    /** The offer that a link leads to, of whichever tenant: the link is the right to it. Locks nothing. */
    Uni<Optional<Offer>> linked(UUID id);

    /** Writes when an offer that is locked was shown and finished. */
    Uni<Void> save(Offer offer);

    /** Offers of a conversation that can still be answered, the oldest first. */
    Uni<List<Offer>> pending(String tenant, String conversation, Instant now);
}
