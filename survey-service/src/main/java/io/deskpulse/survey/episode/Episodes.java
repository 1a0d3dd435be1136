package io.deskpulse.survey.episode;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where episodes are kept. Every call belongs to the current transaction. */
public interface Episodes {
    /** Those of these ids that are there, locked until the transaction ends. */
    Uni<List<Episode>> lock(Collection<String> ids);

    /** Writes episodes, each under an id of its own, over what is there with a smaller revision. */
    Uni<Void> keep(Collection<Episode> episodes, Instant readAt);

    Uni<Optional<Episode>> find(String tenant, String id);

    /** The last closed episode of a conversation, unless another one has begun since: then nothing is known of that. */
    Uni<Optional<Episode>> latest(String tenant, String conversation);

    /** Deletes some that were read before; says how many. */
    Uni<Integer> forget(Instant before, int most);
}
