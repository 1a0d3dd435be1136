package io.deskpulse.alerting.conversation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can happen in a conversation that somebody wants to be told of. */
public enum Kind {
    /** The customer's sentiment fell below a limit, after it had been above. */
    NEGATIVE_EMOTION("negativeEmotion", "ConversationNegativeEmotion"),
    /** The customer asked the same again and again. */
    REPEATED_QUESTION("repeatedQuestion", "ConversationRepeatedQuestion"),
    /** It was handed to a human, and no human has written for too long. */
    LONG_WAIT("longWait", "ConversationLongWait");

    private final String word;
    private final String rule;

    Kind(String word, String rule) {
        this.word = word;
        this.rule = rule;
    }

    /** As documents write it. */
    public String word() {
        return word;
    }

    /** The value of the label {@code alertname}; its capital letter keeps it apart from every rule over metrics. */
    public String rule() {
        return rule;
    }

    /** The names of all rules. */
    public static Set<String> rules() {
        return Arrays.stream(values()).map(Kind::rule).collect(Collectors.toSet());
    }

    /** The kind of a rule's name; throws IllegalArgumentException where there is none. */
    public static Kind ofRule(String rule) {
        return Arrays.stream(values())
                .filter(kind -> kind.rule.equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind: " + rule));
    }
}
