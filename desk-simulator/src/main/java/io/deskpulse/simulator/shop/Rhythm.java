package io.deskpulse.simulator.shop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * How busy the shop is over the day: a peak before noon, a higher one in the evening, hardly anything before dawn; Saturdays and
 * Sundays are busier. Immutable.
 */
public final class Rhythm {
    /** Where the shop lives, and its agents work. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MINUTES = 1440;
    private static final double[] BY_MINUTE = byMinute();

    private Rhythm() {}

    /** How many times the average it is now; averages 1 over a day. */
    public static double factor(long millis) {
        LocalDateTime local = local(millis);
        double ofDay = BY_MINUTE[local.getHour() * 60 + local.getMinute()];
        return ofDay * (local.getDayOfWeek().getValue() >= 6 ? 1.15 : 0.94);
    }

    /** Whether few agents are at work. */
    public static boolean isNight(long millis) {
        return local(millis).getHour() < 8;
    }

    private static LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZONE);
    }

    private static double[] byMinute() {
        double[] factors = new double[MINUTES];
        double sum = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            double hour = minute / 60.0;
            factors[minute] = 0.12 + hump(hour, 11, 1.9) + 1.3 * hump(hour, 20.5, 2.2) + 0.5 * hump(hour, 15.5, 2.5);
            sum += factors[minute];
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            factors[minute] *= MINUTES / sum;
        }
        return factors;
    }

    private static double hump(double hour, double at, double width) {
        // After midnight the evening's hump goes on.
        double away = Math.min(Math.abs(hour - at), 24 - Math.abs(hour - at)) / width;
        return StrictMath.exp(-away * away);
    }
}
