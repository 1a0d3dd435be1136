package io.deskpulse.metrics.query;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the buckets of an answer are. All follow the calendar of a zone; weeks begin on Monday. */
public enum Step {
    /** One bucket: the asked range. */
    TOTAL,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH;

    /** The name used in questions and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that name, or null. */
    public static Step ofId(String id) {
        for (Step step : values()) {
            if (step.id().equals(id)) {
                return step;
            }
        }
        return null;
    }

    /** The begin of the bucket that a time is in. */
    ZonedDateTime floor(ZonedDateTime time) {
        return switch (this) {
            case TOTAL, MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> startOfDay(time);
            case WEEK -> startOfDay(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> startOfDay(time.withDayOfMonth(1));
        };
    }

    /** The begin of the bucket so many after the one that begins at {@code start}; before it where negative. */
    ZonedDateTime plus(ZonedDateTime start, long buckets) {
        return switch (this) {
            case TOTAL -> throw new IllegalStateException("a total has no next bucket");
            case MINUTE -> start.plusMinutes(buckets);
            case HOUR -> hoursFrom(start, buckets);
            case DAY -> startOfDay(start.plusDays(buckets));
            case WEEK -> startOfDay(start.plusWeeks(buckets));
            case MONTH -> startOfDay(start.plusMonths(buckets));
        };
    }

    /** A clock that is moved by half an hour makes one local hour shorter or longer; the next begins on the hour again. */
    private static ZonedDateTime hoursFrom(ZonedDateTime start, long hours) {
        ZonedDateTime moved = start.plusHours(hours);
        ZonedDateTime onTheHour = moved.truncatedTo(ChronoUnit.HOURS);
        return onTheHour.isAfter(start) == hours > 0 ? onTheHour : moved;
    }

    private static ZonedDateTime startOfDay(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone());
    }
}
