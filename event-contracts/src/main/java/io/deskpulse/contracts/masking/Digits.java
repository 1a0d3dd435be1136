package io.deskpulse.contracts.masking;

/** Digits as people type them, full-width ones too. Stateless. */
final class Digits {
    private Digits() {}

    static boolean is(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** The same digit in ASCII. */
    static char ascii(char c) {
        return c > '9' ? (char) (c - '０' + '0') : c;
    }

    /** Whether the check digit of a payment card is right: ISO/IEC 7812-1, Luhn. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
