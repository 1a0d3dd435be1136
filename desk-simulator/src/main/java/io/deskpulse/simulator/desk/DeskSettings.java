package io.deskpulse.simulator.desk;

import java.time.Duration;

/**
 * What kind of desk to simulate.
 *
 * @param seed another seed, another desk, whose ids differ too
 * @param conversationsPerMinute on average over a week
 * @param customers how many people the shop knows
 * @param runUp how long before the first event conversations have been going on already; at least {@link #LONGEST} makes any
 *     two windows of time fit together without a seam, zero begins with an empty desk
 */
public record DeskSettings(long seed, double conversationsPerMinute, int customers, Duration runUp) {
    /** No conversation goes on longer. */
    public static final Duration LONGEST = Duration.ofHours(12);

    public DeskSettings {
        if (seed < 0) {
            throw new IllegalArgumentException("seed: " + seed + " is negative");
        }
        if (!(conversationsPerMinute > 0 && conversationsPerMinute <= 1_000_000)) {
            throw new IllegalArgumentException("rate: " + conversationsPerMinute + " is not above 0 and up to 1000000");
        }
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " is not positive");
        }
        if (runUp.isNegative()) {
            throw new IllegalArgumentException("runUp: " + runUp + " is negative");
        }
    }

    /** A shop of 20,000 customers that is busy already. */
    public static DeskSettings of(long seed, double conversationsPerMinute) {
        return new DeskSettings(seed, conversationsPerMinute, 20_000, LONGEST);
    }

    /** The same, beginning with an empty desk: no time goes into what happened before. */
    public DeskSettings startingEmpty() {
        return new DeskSettings(seed, conversationsPerMinute, customers, Duration.ZERO);
    }

    /** The same with another number of customers. */
    public DeskSettings withCustomers(int number) {
        return new DeskSettings(seed, conversationsPerMinute, number, runUp);
    }
}
