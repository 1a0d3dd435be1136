package io.deskpulse.contracts.journey;

import java.util.Map;

/**
 * What the {@code journeys} topic says of one episode, whole each time. Readers keep, for each {@link #id()}, the one
 * with the greatest revision. Times are milliseconds since 1970-01-01T00:00:00Z.
 *
 * @param id {@code <tenant>/<conversation>#<episode number from 1>}
 * @param revision grows with each publication of the same id
 * @param status whether the close stands
 * @param tenant whose
 * @param conversation the conversation
 * @param episode its number in the conversation, from 1
 * @param customer or null
 * @param visitor or null
 * @param dimensions by dimension id, handler and topic included
 * @param startedAt start
 * @param closedAt close
 * @param endReason completed, abandoned, closed or timeout
 * @param outcome resolved_by_bot, resolved_by_human, abandoned or unresolved
 * @param involved a bot responded
 * @param answered a bot replied
 * @param human a human wrote
 * @param escalated it was handed to a human
 * @param confirmed the customer confirmed the solution
 * @param goal its goal was reached
 * @param repeated the customer sent the same text three times
 * @param reopened it was taken up again after its close
 */
public record Journey(
        String id,
        long revision,
        Status status,
        String tenant,
        String conversation,
        int episode,
        String customer,
        String visitor,
        Map<String, String> dimensions,
        long startedAt,
        long closedAt,
        String endReason,
        String outcome,
        boolean involved,
        boolean answered,
        boolean human,
        boolean escalated,
        boolean confirmed,
        boolean goal,
        boolean repeated,
        boolean reopened) {

    /** Whether a close stands. */
    public enum Status {
        CLOSED,
        /** The close was provisional and has been taken back (docs/decisions/0003). */
        WITHDRAWN
    }

    /** The same with a revision. */
    public Journey withRevision(long newRevision) {
        return new Journey(
                id,
                newRevision,
                status,
                tenant,
                conversation,
                episode,
                customer,
                visitor,
                dimensions,
                startedAt,
                closedAt,
                endReason,
                outcome,
                involved,
                answered,
                human,
                escalated,
                confirmed,
                goal,
                repeated,
                reopened);
    }
}
