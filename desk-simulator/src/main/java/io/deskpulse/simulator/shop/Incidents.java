package io.deskpulse.simulator.shop;

import io.deskpulse.contracts.event.IncidentKind;
import io.deskpulse.simulator.random.Dice;
import java.time.Duration;

/**
 * When things break: in about one of five stretches of six hours, for minutes, never over the end of the stretch. Not thread-safe.
 */
public final class Incidents {
    private static final long STRETCH = Duration.ofHours(6).toMillis();
    private static final double SHARE = 0.2;

    private final long seed;
    private long stretch = Long.MIN_VALUE;
    private Incident current;

    public Incidents(long seed) {
        this.seed = seed;
    }

    /** The incident open at this time, or null. */
    public Incident openAt(long millis) {
        Incident incident = of(Math.floorDiv(millis, STRETCH));
        return incident != null && incident.isOpen(millis) ? incident : null;
    }

    /** The incident that opens in these times, or null. */
    public Incident openedIn(long fromMillis, long toMillis) {
        Incident incident = of(Math.floorDiv(fromMillis, STRETCH));
        return incident != null && incident.openedMillis() >= fromMillis && incident.openedMillis() < toMillis
                ? incident
                : null;
    }

    private Incident of(long number) {
        if (number != stretch) {
            stretch = number;
            current = makeUp(number);
        }
        return current;
    }

    private Incident makeUp(long number) {
        Dice dice = new Dice(Dice.seed(seed, number, 99));
        if (!dice.chance(SHARE)) {
            return null;
        }
        long length = (long) dice.between(4 * 60_000, 25 * 60_000);
        long opened = number * STRETCH + (long) dice.between(0, STRETCH - length);
        boolean slow = dice.chance(0.6);
        return new Incident(
                "inc" + Long.toString(seed, 36) + "-" + Long.toString(number, 36),
                slow ? dice.any("language-model", "knowledge-base") : dice.any("bot", "chat-gateway"),
                slow ? IncidentKind.SLOW : dice.any(IncidentKind.CRASH, IncidentKind.NETWORK),
                opened,
                opened + length);
    }
}
