package io.deskpulse.metrics.folding.episode;

/** Who dealt with an episode. The order of the constants is stored. */
enum Handler {
    BOT,
    HUMAN,
    MIXED,
    NONE;

    static Handler of(boolean involved, boolean human) {
        if (involved) {
            return human ? MIXED : BOT;
        }
        return human ? HUMAN : NONE;
    }

    /** The value of the dimension. */
    String value() {
        return switch (this) {
            case BOT -> "bot";
            case HUMAN -> "human";
            case MIXED -> "mixed";
            case NONE -> "none";
        };
    }
}
