package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the same one is on call for the same reason. Immutable.
 *
 * @param who empty where nobody is
 */
public record Shift(Instant from, Instant to, Optional<OnCall> who) {
    /**
     * Somebody on call.
     *
     * @param receiver through which they are told
     * @param layer its name; null where they stand in for somebody
     */
    public record OnCall(String receiver, String layer) {}
}
