package io.deskpulse.alerting.oncall;

import io.deskpulse.alerting.timing.TimeInterval;
import java.time.Instant;
import java.util.Optional;

/**
 * A rotation, and when it counts. Immutable.
 *
 * @param name what people call it
 * @param restriction empty for always
 */
public record Layer(String name, Rotation rotation, Optional<TimeInterval> restriction) {
    /** Who is on call by this layer. */
    Optional<String> at(Instant moment) {
        return restriction.filter(times -> !times.contains(moment)).isPresent()
                ? Optional.empty()
                : rotation.at(moment);
    }
}
