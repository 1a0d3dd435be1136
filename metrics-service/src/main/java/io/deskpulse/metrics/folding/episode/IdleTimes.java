package io.deskpulse.metrics.folding.episode;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long an episode may be silent before it is closed. Immutable.
 *
 * @param otherwise for channels that are not named, and where the channel is not known; positive
 * @param byChannel for named channels; each positive
 */
public record IdleTimes(Duration otherwise, Map<String, Duration> byChannel) {
    private static final Duration EMAIL = Duration.ofHours(72);

    /** 30 minutes, and 72 hours for the channel {@code email}. */
    public static final IdleTimes DEFAULT = new IdleTimes(Duration.ofMinutes(30), Map.of());

    public IdleTimes {
        requirePositive("otherwise", otherwise);
        byChannel.forEach(IdleTimes::requirePositive);
        Map<String, Duration> all = new HashMap<>(Map.of("email", EMAIL));
        all.putAll(byChannel);
        byChannel = Map.copyOf(all);
    }

    /** The idle time of a channel in milliseconds; null is a channel that is not known. */
    long millisFor(String channel) {
        return (channel == null ? otherwise : byChannel.getOrDefault(channel, otherwise)).toMillis();
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("idle time " + name + " must be positive, is " + duration);
        }
    }
}
