package io.deskpulse.survey.contact;

import io.deskpulse.survey.offer.Means;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is not to be written to. Every call belongs to the current transaction. */
public interface Refusals {
    /** Keeps it; false where the same was there already. */
    Uni<Boolean> note(Refusal refusal);

    /**
     * Why somebody is not to be written to, or empty.
     *
     * @param customer or null
     * @param prints of their address by every key; empty where it is not known
     */
    Uni<Optional<Refusal.Kind>> of(String tenant, Means means, String customer, List<String> prints);

    /** The newest first; only those before {@code before}. */
    Uni<List<Refusal>> list(String tenant, Optional<UUID> before, int most);

    /** Forgets it; false where there is none. */
    Uni<Boolean> clear(String tenant, UUID id);
}
