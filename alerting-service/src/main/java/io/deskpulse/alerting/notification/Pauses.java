package io.deskpulse.alerting.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long a receiver is left alone after it could not be told. Thread-safe if its source of chance is. */
final class Pauses {
    private static final int MOST_DOUBLINGS = 20;

    private final NotificationSettings settings;
    private final DoubleSupplier chance;

    /**
     * Pauses.
     *
     * @param chance from 0 to below 1
     */
    Pauses(NotificationSettings settings, DoubleSupplier chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /** After so many failures in a row: twice as long each time, less by chance, and not shorter than the receiver has asked for. */
    Duration retry(int failures, Optional<Duration> asked) {
        Duration full = doubled(settings.firstPause(), failures - 1, settings.longestPause());
        Duration ours = full.minusMillis((long) (full.toMillis() / 2.0 * chance.getAsDouble()));
        Duration theirs =
                asked.map(wanted -> least(wanted, settings.longestAsked())).orElse(Duration.ZERO);
        return theirs.compareTo(ours) > 0 ? theirs : ours;
    }

    /** After so many refusals in a row: the group's interval, twice as long each time, up to that of a repetition. */
    Duration refused(int failures, Duration interval, Duration repeat) {
        return doubled(interval, failures - 1, repeat);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        return least(first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS)), longest);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
