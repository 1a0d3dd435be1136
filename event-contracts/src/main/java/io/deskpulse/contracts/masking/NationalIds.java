package io.deskpulse.contracts.masking;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Numbers that states give to persons. Stateless. */
final class NationalIds {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private NationalIds() {}

    /** A Chinese resident id, GB 11643: region, birthday, sequence and check digit. */
    static boolean chinese(Candidate candidate) {
        String id = candidate.digits();
        boolean form =
                candidate.form().equals("18") || candidate.form().equals("6-8-4") && candidate.joinedBy(" ", "-");
        if (!form || id.charAt(0) == '0' || id.charAt(0) == '9' || !birthday(id.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (id.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11) == id.charAt(17);
    }

    /** A US social security number, written in its three groups; without them it is any nine digits. */
    static boolean american(Candidate candidate) {
        String id = candidate.digits();
        return candidate.form().equals("3-2-4")
                && candidate.joinedBy("-", " ")
                && !id.startsWith("000")
                && !id.startsWith("666")
                && id.charAt(0) != '9'
                && !id.startsWith("00", 3)
                && !id.endsWith("0000");
    }

    private static boolean birthday(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        try {
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return year >= 1900 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
