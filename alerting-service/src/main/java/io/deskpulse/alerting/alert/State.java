package io.deskpulse.alerting.alert;

import java.util.Locale;

/** Where an alert instance stands. */
public enum State {
    /** Nothing is wrong. */
    NORMAL,
    /** Breached, but not yet for long enough. */
    PENDING,
    /** Told to people. */
    FIRING,
    /** No longer breached, but still firing for them until it has been so for long enough. */
    RECOVERING;

    /** Whether people are told that it fires. */
    public boolean active() {
        return this == FIRING || this == RECOVERING;
    }

    /** As the API and the topic write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word; throws IllegalArgumentException where there is none. */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
