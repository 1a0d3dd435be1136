package io.deskpulse.simulator.shop;

/** The bot versions that the shop tries against each other; the second is the better one. */
public enum BotVariant {
    V1("v1", 0.21, 0.80, 1.4),
    V2("v2", 0.08, 0.93, 0.6);

    private final String id;
    private final double fallbackShare;
    private final double solvedShare;
    private final double seconds;

    BotVariant(String id, double fallbackShare, double solvedShare, double seconds) {
        this.id = id;
        this.fallbackShare = fallbackShare;
        this.solvedShare = solvedShare;
        this.seconds = seconds;
    }

    public String id() {
        return id;
    }

    /** How often it has no answer to a question of ordinary difficulty. */
    public double fallbackShare() {
        return fallbackShare;
    }

    /** How often its answers settle the matter. */
    public double solvedShare() {
        return solvedShare;
    }

    /** The median of its response times. */
    public double seconds() {
        return seconds;
    }
}
