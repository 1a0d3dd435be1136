package io.deskpulse.simulator.desk;

import io.deskpulse.simulator.random.Dice;

/** What brings people to the shop. */
final class Campaigns {
    private Campaigns() {}

    /** A campaign, or null for people who come by themselves. */
    static String any(Dice dice) {
        return dice.chance(0.45) ? dice.any("newcomer", "livestream", "members-week") : null;
    }
}
