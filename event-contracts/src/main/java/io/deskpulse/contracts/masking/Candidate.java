package io.deskpulse.contracts.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * Some groups of digits in a row that may be a number of somebody.
 *
 * @param start where its mask starts
 * @param end where its mask ends
 * @param digits all digits in ASCII; a Chinese id may end in X
 * @param form the lengths of the groups, for example {@code 3-3-4}
 * @param separators what stands between the groups, in order; brackets and spaces as they are
 * @param plus whether a plus sign stands before it
 */
record Candidate(int start, int end, String digits, String form, List<String> separators, boolean plus) {

    static Candidate of(String text, Run run, int from, int length) {
        int last = from + length - 1;
        int end = run.groups().get(last).end();
        StringBuilder digits = new StringBuilder();
        StringBuilder form = new StringBuilder();
        List<String> separators = new ArrayList<>();
        for (Run.Group group : run.groups().subList(from, last + 1)) {
            if (digits.length() > 0) {
                form.append('-');
                separators.add(group.before());
            }
            digits.append(group.digits());
            form.append(group.digits().length());
        }
        if (length == 1 && digits.length() == 17 && checkLetterFollows(text, end)) {
            return new Candidate(run.maskStart(from), end + 1, digits + "X", "18", List.of(), false);
        }
        return run.endsAt(last)
                ? new Candidate(
                        run.maskStart(from),
                        end,
                        digits.toString(),
                        form.toString(),
                        separators,
                        from == 0 && run.plus())
                : null;
    }

    /** What it is, or null where it is nobody's. */
    MaskedKind kind() {
        if (NationalIds.chinese(this) || NationalIds.american(this)) {
            return MaskedKind.ID;
        }
        if (PaymentCards.match(this)) {
            return MaskedKind.CARD;
        }
        return PhoneNumbers.match(this) ? MaskedKind.PHONE : null;
    }

    /** Whether all groups are joined by the same one of these separators. */
    boolean joinedBy(String... allowed) {
        String first = separators.isEmpty() ? "" : separators.get(0).replace('\u00a0', ' ');
        return separators.isEmpty()
                || List.of(allowed).contains(first)
                        && separators.stream()
                                .allMatch(s -> s.replace('\u00a0', ' ').equals(first));
    }

    private static boolean checkLetterFollows(String text, int at) {
        return at < text.length()
                && (text.charAt(at) == 'X' || text.charAt(at) == 'x')
                && (at + 1 == text.length() || !asciiLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean asciiLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
