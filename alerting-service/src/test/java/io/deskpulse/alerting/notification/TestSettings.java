package io.deskpulse.alerting.notification;

import java.time.Duration;

/** Settings for tests: as they are where nobody has set any, but for the alerts of one notification. */
record TestSettings(int alerts) implements NotificationSettings {
    static NotificationSettings standard() {
        return new TestSettings(5);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int workers() {
        return 4;
    }

    @Override
    public Duration lookEvery() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration longestAsked() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration keepLog() {
        return Duration.ofDays(30);
    }

    @Override
    public Duration stopWithin() {
        return Duration.ofMillis(500);
    }
}
