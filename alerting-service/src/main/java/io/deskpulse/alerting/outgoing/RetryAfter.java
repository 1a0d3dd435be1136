package io.deskpulse.alerting.outgoing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds or a date (RFC 9110), an hour at most. Stateless. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** How long to wait from now on; empty where the header is missing or makes no sense. */
    public static Optional<Duration> of(String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            String value = header.strip();
            Duration pause = value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(value))
                    : Duration.between(now, date(value));
            return Optional.of(pause).filter(wait -> !wait.isNegative()).map(RetryAfter::bounded);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant date(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** An alert is not put off for longer because a server has a wrong clock. */
    private static Duration bounded(Duration pause) {
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
