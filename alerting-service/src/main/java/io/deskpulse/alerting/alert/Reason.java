package io.deskpulse.alerting.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why an instance went from one state to another. */
public enum Reason {
    /** The condition holds. */
    BREACHED,
    /** It has held for as long as the rule asks. */
    HELD,
    /** The condition holds no longer, beyond the recovery threshold. */
    RECOVERED,
    /** It has been recovered for as long as the rule keeps firing. */
    KEPT_LONG_ENOUGH,
    /** There is nothing in the window. */
    NO_DATA,
    /** There is too little in the window to say. */
    INSUFFICIENT_SAMPLE,
    /** Its series has not been seen for as many evaluations as the rule gives it. */
    VANISHED,
    /** The rule could not be evaluated. */
    ERROR,
    /** The rule was changed so that the instance is none of its any more. */
    RULE_CHANGED,
    /** The rule was deleted or disabled. */
    RULE_REMOVED,
    /** Somebody has resolved it. */
    RESOLVED_BY_HAND,
    /** Something happened in a conversation. */
    HAPPENED,
    /** What happened in a conversation is over, or old. */
    OVER;

    private final String word = camel(name());

    /** As the API and the topic write it, such as {@code noData}. */
    public String word() {
        return word;
    }

    /** The reason of that word; throws IllegalArgumentException where there is none. */
    public static Reason of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason: " + word));
    }

    private static String camel(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("_");
        return Arrays.stream(parts)
                .skip(1)
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining("", parts[0], ""));
    }
}
