package io.deskpulse.contracts.masking;

/** Phone numbers: international with a plus sign, Chinese, North American. Stateless. */
final class PhoneNumbers {
    private PhoneNumbers() {}

    static boolean match(Candidate candidate) {
        if (candidate.plus()) {
            return international(candidate.digits());
        }
        return chinese(candidate) || american(candidate);
    }

    /** E.164: at most 15 digits; where the length is known for the country code, not more than that. */
    private static boolean international(String digits) {
        int most = digits.startsWith("86") ? 13 : digits.startsWith("1") ? 11 : 15;
        return digits.length() >= 8 && digits.length() <= most;
    }

    private static boolean chinese(Candidate candidate) {
        String digits = candidate.digits();
        return switch (candidate.form()) {
            case "11" -> mobile(digits);
            case "3-4-4" -> mobile(digits) && candidate.joinedBy(" ", "-");
            case "13", "2-11", "2-3-4-4" -> digits.startsWith("86") && mobile(digits.substring(2));
            case "15", "4-11", "4-3-4-4" -> digits.startsWith("0086") && mobile(digits.substring(4));
            case "3-8", "4-7", "4-8" -> digits.charAt(0) == '0' && digits.charAt(1) != '0' && candidate.joinedBy("-");
            default -> false;
        };
    }

    /** 13x to 19x and eight more digits. */
    private static boolean mobile(String digits) {
        return digits.charAt(0) == '1' && digits.charAt(1) >= '3';
    }

    /** Written in its groups; without them it is any ten digits. Area and exchange start with 2 to 9. */
    private static boolean american(Candidate candidate) {
        String digits = candidate.digits();
        boolean withOne = candidate.form().equals("1-3-3-4") && digits.charAt(0) == '1';
        if (!withOne && !candidate.form().equals("3-3-4")) {
            return false;
        }
        String number = withOne ? digits.substring(1) : digits;
        return number.charAt(0) >= '2' && number.charAt(3) >= '2';
    }
}
