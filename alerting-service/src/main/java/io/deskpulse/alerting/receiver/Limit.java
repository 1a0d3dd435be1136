package io.deskpulse.alerting.receiver;

import java.time.Duration;

/** So many messages in so long, whenever that begins. Immutable. */
public record Limit(int count, Duration per) {
    public static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    public Limit {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count: from 1 to " + MOST);
        }
        if (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("per: from PT1S to PT1H");
        }
    }
}
