package io.deskpulse.metrics.history;

import io.deskpulse.metrics.cell.Keys;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one partition keeps in Redis, as history sees it. */
public interface LivePartition {
    /**
     * Reads keys that Postgres does not hold yet, oldest first, in one step with the head.
     *
     * @param after only keys changed after this revision
     * @param limit about how many at once; keys of the same revision are never torn apart
     * @return nothing where the partition has no head
     */
    Uni<Optional<Page>> read(Keys keys, long after, int limit);

    /**
     * Notes that Postgres holds everything up to a standing. Does nothing where another owner has claimed the partition
     * since, or where Redis has lost that standing.
     *
     * @return false where it did nothing
     */
    Uni<Boolean> confirm(Keys keys, Standing saved);

    /** Has keys saved again though they have not changed. */
    Uni<Void> markUnsaved(Keys keys, List<String> names, long revision);

    /** Has all keys saved again. */
    Uni<Void> markAllUnsaved(Keys keys, long revision);

    /**
     * Begins to load a partition back into a Redis that lost it; whoever began before can write no more.
     *
     * @return the token of this loading
     */
    Uni<String> beginLoading(Keys keys);

    /**
     * Writes keys back.
     *
     * @param timers when the subjects among them are to be looked at
     * @return false where someone else has begun since, or the partition has a head again
     */
    Uni<Boolean> load(Keys keys, String token, List<Entry> entries, List<Timer> timers);

    /**
     * Writes the small keys and, last, the head.
     *
     * @return false where someone else has begun since, or the partition has a head again
     */
    Uni<Boolean> finishLoading(Keys keys, String token, Standing standing, Map<String, byte[]> books);
}
