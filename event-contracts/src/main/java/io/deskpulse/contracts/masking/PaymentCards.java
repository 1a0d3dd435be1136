package io.deskpulse.contracts.masking;

import java.util.Set;

/** Payment cards: a number range of one of the schemes, its length, its grouping and a right check digit. Stateless. */
final class PaymentCards {
    private static final Set<String> GROUPINGS = Set.of("4-4-4-4", "4-4-4-4-3", "4-6-5", "4-6-4", "6-13");

    private PaymentCards() {}

    static boolean match(Candidate candidate) {
        String digits = candidate.digits();
        int length = digits.length();
        boolean form = candidate.separators().isEmpty()
                || GROUPINGS.contains(candidate.form()) && candidate.joinedBy(" ", "-");
        return form && length >= 13 && length <= 19 && ofScheme(digits, length) && Digits.luhn(digits);
    }

    private static boolean ofScheme(String digits, int length) {
        int four = Integer.parseInt(digits.substring(0, 4));
        int two = four / 100;
        if (two == 34 || two == 37) {
            return length == 15; // American Express
        }
        if (two == 36 || two == 38 || two == 39 || four >= 3000 && four <= 3059) {
            return length == 14; // Diners Club
        }
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
            return length == 16; // Mastercard
        }
        if (two >= 40 && two <= 49) {
            return length == 13 || length == 16 || length == 19; // Visa
        }
        // UnionPay, Discover, JCB
        return length >= 16
                && (two == 62 || two == 81 || two == 65 || four == 6011 || four >= 6440 && two == 64 || two == 35);
    }
}
