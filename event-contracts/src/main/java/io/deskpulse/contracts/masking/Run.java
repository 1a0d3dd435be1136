package io.deskpulse.contracts.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Groups of digits that stand together: {@code +1 (415) 555-2671} is one run of four groups. Between two groups is one space,
 * hyphen or dot, or a bracket with or without a space.
 */
final class Run {
    /**
     * One group.
     *
     * @param start its first digit in the text
     * @param end the character after its last
     * @param digits in ASCII
     * @param before what separates it from the group before it; empty for the first
     */
    record Group(int start, int end, String digits, String before) {}

    /** Words that people write against a number without a space; any other makes it part of a code. */
    private static final Set<String> LABELS = Set.of("tel", "phone", "mobile", "call", "wechat", "wx", "vx", "id");

    private final String text;
    private final List<Group> groups = new ArrayList<>();

    private Run(String text) {
        this.text = text;
    }

    /** The run whose first digit stands at {@code at}. */
    static Run at(String text, int at) {
        Run run = new Run(text);
        int separator = at;
        int start = at;
        while (start >= 0) {
            int end = start;
            StringBuilder digits = new StringBuilder();
            while (end < text.length() && Digits.is(text.charAt(end))) {
                digits.append(Digits.ascii(text.charAt(end++)));
            }
            run.groups.add(new Group(start, end, digits.toString(), text.substring(separator, start)));
            separator = end;
            start = run.nextGroup(end);
        }
        return run;
    }

    List<Group> groups() {
        return groups;
    }

    /** How many digits so many groups have. */
    int digits(int from, int length) {
        int digits = 0;
        for (int i = from; i < from + length; i++) {
            digits += groups.get(i).digits().length();
        }
        return digits;
    }

    int end() {
        return groups.get(groups.size() - 1).end();
    }

    /** Whether a plus sign stands before the run, perhaps with a bracket. */
    boolean plus() {
        int first = groups.get(0).start() - 1;
        if (first > 0 && text.charAt(first) == '(') {
            first--;
        }
        return first >= 0 && (text.charAt(first) == '+' || text.charAt(first) == '＋');
    }

    /** Where a mask over {@code group} and what follows starts: its brackets and plus sign included. */
    int maskStart(int group) {
        int start = groups.get(group).start();
        while (start > 0 && group == 0 && "(+＋".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start > 0 && group > 0 && text.charAt(start - 1) == '(' ? start - 1 : start;
    }

    /** Whether a number may start at this group rather than be part of a longer code. */
    boolean startsAt(int group) {
        if (group > 0) {
            return groups.get(group).before().indexOf(' ') >= 0;
        }
        int before = maskStart(0) - 1;
        if (before < 0) {
            return true;
        }
        char c = text.charAt(before);
        if (codeCharacter(c)) {
            return LABELS.contains(wordBefore(before + 1));
        }
        return c != '#' && !(c == '-' && before > 0 && codeCharacter(text.charAt(before - 1)));
    }

    /** Whether a number may end after this group: no letter follows, and no further digits that are joined to it. */
    boolean endsAt(int group) {
        int end = groups.get(group).end();
        if (end < text.length() && codeCharacter(text.charAt(end))) {
            return false;
        }
        if (group + 1 < groups.size()) {
            return groups.get(group + 1).before().indexOf(' ') >= 0;
        }
        return true;
    }

    private String wordBefore(int end) {
        int start = end;
        while (start > 0 && codeCharacter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int nextGroup(int end) {
        int at = end;
        if (at < text.length() && text.charAt(at) == ')') {
            at++;
        }
        if (at < text.length() && separator(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
        }
        return at > end && at < text.length() && Digits.is(text.charAt(at)) ? at : -1;
    }

    private static boolean separator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '\u00a0';
    }

    private static boolean codeCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || Digits.is(c);
    }
}
