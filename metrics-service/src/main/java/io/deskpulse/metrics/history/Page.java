package io.deskpulse.metrics.history;

import java.util.List;
import java.util.Map;

/**
 * Some of the keys that Postgres does not hold yet, read in one step together with the head.
 *
 * @param standing what the head said in that step
 * @param savedRevision the revision that Redis was last told is in Postgres; 0 where never
 * @param savedPosition the position of that revision; -1 where never
 * @param entries the keys with the lowest revisions above the one asked for
 * @param lastRevision the greatest revision among them
 * @param last true where no others were left: then all pages together are the partition as of {@code standing}
 * @param books the small keys that are saved whole, packed, by name; empty but on the last page
 */
public record Page(
        Standing standing,
        long savedRevision,
        long savedPosition,
        List<Entry> entries,
        long lastRevision,
        boolean last,
        Map<String, byte[]> books) {
    /** True where there is nothing that Postgres would learn from a save. */
    boolean holdsNothingNew() {
        return entries.isEmpty() && savedPosition == standing.position();
    }

    /** True where this page continues another one: the same owner, and Redis has not fallen back in between. */
    boolean follows(Page earlier) {
        return standing.token().equals(earlier.standing.token()) && standing.revision() >= earlier.standing.revision();
    }
}
