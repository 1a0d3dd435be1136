package io.deskpulse.contracts.masking;

import java.util.ArrayList;
import java.util.List;

/** Phone numbers, cards and national ids among the runs of digits of a text. Stateless. */
final class Numbers {
    /** The most groups anything has: {@code +86 138 1234 5678}, or a card of 4-4-4-4-3. */
    private static final int MOST_GROUPS = 6;

    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 19;

    private Numbers() {}

    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (Digits.is(text.charAt(i))) {
                Run run = Run.at(text, i);
                find(text, run, spans);
                i = run.end();
            } else {
                i++;
            }
        }
        return spans;
    }

    private static void find(String text, Run run, List<Span> spans) {
        int group = 0;
        while (group < run.groups().size()) {
            int length = run.startsAt(group) ? find(text, run, group, spans) : 0;
            group += Math.max(1, length);
        }
    }

    /** How many groups from this one on are masked; the longest that make sense. */
    private static int find(String text, Run run, int from, List<Span> spans) {
        for (int length = Math.min(MOST_GROUPS, run.groups().size() - from); length > 0; length--) {
            int digits = run.digits(from, length);
            boolean possible = digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
            Candidate candidate = possible ? Candidate.of(text, run, from, length) : null;
            MaskedKind kind = candidate == null ? null : candidate.kind();
            if (kind != null) {
                spans.add(new Span(candidate.start(), candidate.end(), kind));
                return length;
            }
        }
        return 0;
    }
}
