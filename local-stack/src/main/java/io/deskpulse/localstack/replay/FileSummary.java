package io.deskpulse.localstack.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * What is known of a file before its first event is sent.
 *
 * @param events number of events
 * @param first least event time
 * @param last greatest event time
 * @param fingerprint of the content, the same for the same events in the same order
 */
public record FileSummary(int events, Instant first, Instant last, String fingerprint) {

    /** Reads the whole file once; throws {@link EventFile.Unreadable} when it cannot be replayed. */
    public static FileSummary of(EventFile file) {
        var reading = new Reading();
        file.forEach(reading::take);
        if (reading.events == 0) {
            throw new EventFile.Unreadable(file.path() + " holds no events");
        }
        if (reading.last == null) {
            throw new EventFile.Unreadable(file.path() + " holds no event with a time (RFC 3339)");
        }
        return new FileSummary(
                reading.events, reading.first, reading.last, HexFormat.of().formatHex(reading.digest.digest()));
    }

    /** The days (UTC) that the file touches. */
    public MetricsClient.Range days() {
        return new MetricsClient.Range(
                first.truncatedTo(ChronoUnit.DAYS),
                last.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    private static final class Reading {
        private final MessageDigest digest = sha256();
        private int events;
        private Instant first;
        private Instant last;

        void take(EventFile.Line line) {
            events++;
            digest.update(line.text().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            line.time().ifPresent(this::widen);
        }

        private void widen(Instant time) {
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
