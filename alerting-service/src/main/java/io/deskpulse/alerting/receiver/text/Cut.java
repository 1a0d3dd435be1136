package io.deskpulse.alerting.receiver.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Shortens texts without breaking a character. Stateless. */
public final class Cut {
    private static final String MARK = "…";

    private Cut() {}

    /** At most so many code points, the last a mark where something is missing. */
    public static String points(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + MARK;
    }

    /** At most so many units of UTF-16, as programs in JavaScript count, the last a mark where something is missing. */
    public static String units(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MARK;
    }

    /** At most so many bytes of UTF-8, the last a mark where something is missing. */
    public static String bytes(String text, int most) {
        if (bytes(text) <= most) {
            return text;
        }
        int left = most - bytes(MARK);
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (left < 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end) + MARK;
    }

    /** How many bytes of UTF-8 a text has. */
    public static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
