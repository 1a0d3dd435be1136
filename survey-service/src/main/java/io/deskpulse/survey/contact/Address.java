package io.deskpulse.survey.contact;

import io.deskpulse.survey.offer.Means;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a message can be sent. Immutable; tells itself only masked.
 *
 * @param means EMAIL or SMS
 * @param value an e-mail address, or a number in E.164
 */
public record Address(Means means, String value) {
    private static final int LONGEST_EMAIL = 254;
    /** Nothing that could end a header or name another person, and the form that mail systems take without quotes. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z0-9-]{2,63}");

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Throws IllegalArgumentException where it cannot be one of its means. */
    public Address {
        boolean fits =
                switch (means) {
                    case EMAIL ->
                        value.length() <= LONGEST_EMAIL && EMAIL.matcher(value).matches() && !value.contains("..");
                    case SMS -> PHONE.matcher(value).matches();
                    case WIDGET, LINK -> false;
                };
        if (!fits) {
            throw new IllegalArgumentException("no address of this means");
        }
    }

    /** The same for all spellings that lead to the same person. */
    String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Enough to recognise it by, and too little to write to it. */
    public String masked() {
        if (means == Means.SMS) {
            return value.substring(0, 3) + "***" + value.substring(value.length() - 2);
        }
        return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
