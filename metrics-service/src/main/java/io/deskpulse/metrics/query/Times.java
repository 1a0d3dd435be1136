package io.deskpulse.metrics.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads the times of a question. */
final class Times {
    private Times() {}

    /** The zone of that name, or null where there is none. */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time in RFC 3339, or the start of a date in the zone; null where it is neither. */
    static Instant instant(String text, ZoneId zone) {
        try {
            return text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
