package io.deskpulse.simulator.feed;

import java.time.Duration;

/** What came of sending some events. */
sealed interface Reply {
    /**
     * The service has them.
     *
     * @param rejected how many it would not take, which sending again does not change
     * @param reason why not the first of these; or null
     */
    record Taken(int rejected, String reason) implements Reply {}

    /**
     * Not now; all are to be sent again.
     *
     * @param after what the service asks for; null where it says nothing or does not answer
     * @param reason for people
     */
    record Later(Duration after, String reason) implements Reply {}

    /** Not ever: the token, the address or the simulator is wrong. */
    record Refused(String reason) implements Reply {}
}
