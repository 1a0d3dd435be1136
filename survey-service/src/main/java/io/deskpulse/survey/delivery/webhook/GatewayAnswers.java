package io.deskpulse.survey.delivery.webhook;

import io.deskpulse.survey.delivery.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What the status of a gateway means (docs/guides/delivering.md). 410 and 422 are about the number: nothing is sent there again.
 * 400, 413 and 415 are about the message: this one will never be taken. All else is tried again: what is wrong may be our
 * address or secret, and is mended. Stateless.
 */
final class GatewayAnswers {
    private GatewayAnswers() {}

    static Outcome outcome(int status, Optional<String> retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        String reason = "gateway-" + status;
        return switch (status) {
            case 410, 422 -> new Outcome.Never(reason, true);
            case 400, 413, 415 -> new Outcome.Never(reason, false);
            default -> new Outcome.Later(reason, retryAfter.flatMap(header -> pause(header, now)));
        };
    }

    /** Seconds, or a date (RFC 9110); nothing where it is neither. */
    private static Optional<Duration> pause(String header, Instant now) {
        try {
            Duration pause = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(header))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(pause).filter(wait -> !wait.isNegative());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
