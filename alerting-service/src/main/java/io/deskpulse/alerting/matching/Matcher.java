package io.deskpulse.alerting.matching;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.deskpulse.alerting.alert.Labels;
import java.util.Map;
import java.util.regex.MatchResult;

/**
 * What a label has to be, such as {@code severity="critical"} or {@code queue=~"vip|sales"}: a label that is absent is as good as one with
 * the empty value. Expressions are RE2's and match the whole value, in a time that grows with its length only. Immutable.
 */
public final class Matcher {
    /** The longest value or expression. */
    public static final int MAX_LENGTH = 500;

    private static final java.util.regex.Pattern TEXT = java.util.regex.Pattern.compile(
            "\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*", java.util.regex.Pattern.DOTALL);
    private static final java.util.regex.Pattern QUOTED =
            java.util.regex.Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\"", java.util.regex.Pattern.DOTALL);
    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
    private static final int MAX_REPETITION = 1000;

    private final String label;
    private final Kind kind;
    private final String value;
    private final Pattern pattern;

    private enum Kind {
        EQUAL("=", false, true),
        NOT_EQUAL("!=", false, false),
        MATCH("=~", true, true),
        NO_MATCH("!~", true, false);

        private final String sign;
        private final boolean expression;
        private final boolean wanted;

        Kind(String sign, boolean expression, boolean wanted) {
            this.sign = sign;
            this.expression = expression;
            this.wanted = wanted;
        }

        static Kind of(String sign) {
            for (Kind kind : values()) {
                if (kind.sign.equals(sign)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(sign);
        }
    }

    private Matcher(String label, Kind kind, String value) {
        this.label = label;
        this.kind = kind;
        this.value = value;
        this.pattern = kind.expression ? compiled(value) : null;
    }

    /**
     * Reads a matcher; quotes around the value may be left out where it has none.
     *
     * @throws IllegalArgumentException with a sentence that says what to do
     */
    public static Matcher parse(String text) {
        java.util.regex.Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "Write a label's name, =, !=, =~ or !~, and a value, such as severity=\"critical\".");
        }
        String value = unquoted(found.group(3));
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Use at most " + MAX_LENGTH + " characters for a value.");
        }
        return new Matcher(found.group(1), Kind.of(found.group(2)), value);
    }

    /** One that wants exactly this value. */
    public static Matcher equal(String label, String value) {
        return new Matcher(label, Kind.EQUAL, value);
    }

    public boolean matches(Labels labels) {
        String actual = labels.get(label);
        boolean same = kind.expression ? pattern.matches(actual) : value.equals(actual);
        return same == kind.wanted;
    }

    public String label() {
        return label;
    }

    /** Whether an alert without the label matches. */
    public boolean matchesAbsent() {
        return matches(Labels.of(Map.of()));
    }

    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            if (text.indexOf('"') >= 0) {
                throw new IllegalArgumentException("Put quotes around the whole value.");
            }
            return text;
        }
        java.util.regex.Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            throw new IllegalArgumentException("End the value with a quote; inside, write \\\" and \\\\.");
        }
        return java.util.regex.Pattern.compile("\\\\(.)")
                .matcher(quoted.group(1))
                .replaceAll(Matcher::unescaped);
    }

    private static String unescaped(MatchResult escape) {
        return java.util.regex.Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1));
    }

    private static Pattern compiled(String expression) {
        requireFewRepetitions(expression);
        try {
            return Pattern.compile(expression, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Write the expression as RE2 has it; this one is not well-formed.");
        }
    }

    /** Counted repetitions are written out when compiled: nested ones multiply. */
    private static void requireFewRepetitions(String expression) {
        java.util.regex.Matcher counts = REPETITION.matcher(expression);
        long product = 1;
        while (counts.find()) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= most.length() > 4 ? MAX_REPETITION + 1 : Math.max(1, Integer.parseInt(most));
            if (product > MAX_REPETITION) {
                throw new IllegalArgumentException(
                        "Repeat less: counted repetitions may multiply to " + MAX_REPETITION + " at most.");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher && toString().equals(matcher.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** As it is read. */
    @Override
    public String toString() {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return label + kind.sign + "\"" + escaped + "\"";
    }
}
