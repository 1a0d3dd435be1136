package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.EndReason;

/**
 * How an episode comes to its close.
 *
 * @param reason why
 * @param goal whether its goal was reached
 * @param atMillis when
 */
record Ending(EndReason reason, boolean goal, long atMillis) {
    static Ending of(ConversationEnded ended, long timeMillis) {
        return new Ending(ended.reason(), Boolean.TRUE.equals(ended.goalReached()), timeMillis);
    }

    static Ending timeout(long atMillis) {
        return new Ending(EndReason.TIMEOUT, false, atMillis);
    }
}
