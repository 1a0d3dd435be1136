package io.deskpulse.alerting.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Moments by the clocks of one zone, to the minute. Immutable. */
record Moments(ZoneId zone) {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** {@code 2026-11-22 14:05 UTC}; null for null. */
    String at(Instant moment) {
        return moment == null ? null : DAY_AND_TIME.format(moment.atZone(zone)) + " " + zone.getId();
    }

    /** {@code 2026-11-22 13:50–14:05 UTC}; null where an end is. */
    String span(Instant from, Instant to) {
        if (from == null || to == null) {
            return null;
        }
        ZonedDateTime begin = from.atZone(zone);
        boolean sameDay = begin.toLocalDate().equals(to.atZone(zone).toLocalDate());
        return DAY_AND_TIME.format(begin) + "–"
                + (sameDay ? TIME.format(to.atZone(zone)) + " " + zone.getId() : at(to));
    }
}
