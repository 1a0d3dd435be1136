package io.deskpulse.simulator.dialogue;

/** What a line is said for. The first four belong to a topic; the others fit any. */
public enum LineKind {
    OPENING("opening"),
    FOLLOW_UP("follow-up"),
    BOT_ANSWER("bot"),
    HUMAN_ANSWER("human"),
    GREETING("greeting"),
    FALLBACK("fallback"),
    THANKS("thanks"),
    ANGER("anger"),
    WANTS_HUMAN("wants-human"),
    TAKEOVER("takeover"),
    NOTE("note"),
    GOODBYE("goodbye"),
    CONTACT("contact");

    private final String word;

    LineKind(String word) {
        this.word = word;
    }

    /** The kind that a line of a dialogue file begins with. */
    static LineKind ofWord(String word) {
        for (LineKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("dialogues: unknown kind of line " + word);
    }

    boolean isOfTopic() {
        return ordinal() <= HUMAN_ANSWER.ordinal();
    }
}
