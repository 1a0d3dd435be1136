package io.deskpulse.alerting.timing;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of calendars and clocks as numbers; whatever is none throws IllegalArgumentException. Stateless. */
public final class Calendars {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int DAY_MINUTES = 24 * 60;

    private Calendars() {}

    /** 1 for monday. */
    public static int weekday(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)).getValue();
    }

    /** Minutes since 00:00; 24:00 is the end of the day. */
    public static int minute(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("no time of day");
        }
        return within(Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2)), 0, DAY_MINUTES);
    }

    static int month(String word) {
        return word.matches("\\d{1,2}")
                ? within(Integer.parseInt(word), 1, 12)
                : Month.valueOf(word.toUpperCase(Locale.ROOT)).getValue();
    }

    static int day(String text) {
        int day = within(Integer.parseInt(text), -31, 31);
        if (day == 0) {
            throw new IllegalArgumentException("days count from 1 or from -1");
        }
        return day;
    }

    static int year(String text) {
        return within(Integer.parseInt(text), 1970, 9999);
    }

    private static int within(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }
}
