package io.deskpulse.contracts.event.reading;

/**
 * Times as RFC 3339 writes them. By hand, because every event has one and {@code java.time} takes ten times as long.
 * Stateless.
 */
public final class Rfc3339 {
    /** What {@link #parse} answers for what is no time. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int MAX_LENGTH = 64;

    private Rfc3339() {}

    /**
     * Milliseconds since 1970-01-01T00:00:00Z; what is finer is cut off. A leap second counts as the second after it.
     *
     * @return {@link #INVALID} where {@code text} is no RFC 3339 date-time
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        if (length < 20 || length > MAX_LENGTH || !separatorsStand(text)) {
            return INVALID;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return INVALID;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return INVALID;
        }
        int zoneAt = endOfFraction(text);
        long offset = zoneAt < 0 ? INVALID : offsetSeconds(text, zoneAt);
        if (offset == INVALID) {
            return INVALID;
        }
        long seconds = epochDay(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset;
        return seconds * 1_000 + millisOf(text, zoneAt);
    }

    /** The 24 characters of {@code 2026-11-06T03:24:03.110Z}; years 0 to 9999. */
    public static String format(long millis) {
        byte[] out = new byte[24];
        write(millis, out);
        return new String(out, 0, 0, 24);
    }

    /** The same as ASCII bytes into the first 24 places of {@code out}. */
    public static void write(long millis, byte[] out) {
        long days = Math.floorDiv(millis, 86_400_000L);
        int ofDay = (int) Math.floorMod(millis, 86_400_000L);
        // Days to civil date, http://howardhinnant.github.io/date_algorithms.html#civil_from_days
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        int doe = (int) (z - era * 146_097);
        int yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        int mp = (5 * doy + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;
        put(out, 0, 4, (int) (yoe + era * 400 + (month <= 2 ? 1 : 0)));
        out[4] = '-';
        put(out, 5, 2, month);
        out[7] = '-';
        put(out, 8, 2, doy - (153 * mp + 2) / 5 + 1);
        out[10] = 'T';
        put(out, 11, 2, ofDay / 3_600_000);
        out[13] = ':';
        put(out, 14, 2, ofDay / 60_000 % 60);
        out[16] = ':';
        put(out, 17, 2, ofDay / 1_000 % 60);
        out[19] = '.';
        put(out, 20, 3, ofDay % 1_000);
        out[23] = 'Z';
    }

    private static boolean separatorsStand(CharSequence text) {
        char t = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (t == 'T' || t == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** The number in these places, or -1 where one is no digit. */
    private static int digits(CharSequence text, int from, int number) {
        int value = 0;
        for (int i = from; i < from + number; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The place after the seconds and their fraction, or -1. */
    private static int endOfFraction(CharSequence text) {
        if (text.charAt(19) != '.') {
            return 19;
        }
        int i = 20;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == 20 || i == text.length() ? -1 : i;
    }

    private static int millisOf(CharSequence text, int end) {
        int millis = 0;
        for (int i = 20; i < 23; i++) {
            millis = millis * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private static long offsetSeconds(CharSequence text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            return text.length() == at + 1 ? 0 : INVALID;
        }
        if (sign != '+' && sign != '-' || text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return INVALID;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return INVALID;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return sign == '+' ? seconds : -seconds;
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days from 1970-01-01, http://howardhinnant.github.io/date_algorithms.html#days_from_civil */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yoe = y - era * 400;
        int doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        return era * 146_097L + doe - 719_468;
    }

    private static void put(byte[] out, int from, int width, int value) {
        int rest = value;
        for (int i = from + width - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
