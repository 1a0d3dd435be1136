package io.deskpulse.metrics.query;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads cells. All that is read of one partition reflects the same position of its log. Thread-safe. */
public interface CellReader {
    /**
     * Adds what the cells hold to the columns of the cuts.
     *
     * @param tenant whose cells
     * @param cuts what to read; filled one after the other
     * @param outages whether the tenant's incidents are wanted too
     */
    Uni<Reading> read(String tenant, List<Cut> cuts, boolean outages);

    /**
     * What was read beside the cells.
     *
     * @param asOfMillis what happened before is counted, in every partition; null where a partition was never counted
     * @param outages of which time ranges had open incidents; none where they were not asked for
     */
    record Reading(Long asOfMillis, Outages outages) {}

    /** When incidents were open. */
    interface Outages {
        /** There were none. */
        Outages NONE = (from, to, now) -> 0;

        /** Minutes of a range with an open incident; one that is still open counts until {@code nowMillis}. */
        long minutes(long fromMillis, long toMillis, long nowMillis);
    }
}
