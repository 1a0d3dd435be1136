package io.deskpulse.ingest.publishing.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether Kafka can be written to, judged by acknowledgements, failed sends and a probe. An acknowledgement outweighs a
 * probe that got no answer; a failed send counts until something is acknowledged or for a few seconds. Thread-safe.
 */
final class KafkaState {
    private static final long FRESH_MILLIS = Duration.ofSeconds(3).toMillis();
    private static final String NOT_ASKED = "Kafka has not answered since the start";

    private final Clock clock;
    private volatile long acknowledgedMillis = Long.MIN_VALUE / 2;
    private volatile Failure failed = new Failure(Long.MIN_VALUE / 2, "");
    private volatile String probed = NOT_ASKED;

    private record Failure(long atMillis, String reason) {}

    KafkaState(Clock clock) {
        this.clock = clock;
    }

    /** Records were acknowledged. */
    void acknowledged() {
        acknowledgedMillis = clock.millis();
    }

    /** A record could not be written. */
    void failed(String reason) {
        failed = new Failure(clock.millis(), reason);
    }

    /** The probe found this wrong; null for nothing. */
    void probed(String fault) {
        probed = fault;
    }

    /** Why sending is of no use now, or empty. */
    Optional<String> away() {
        return clock.millis() - acknowledgedMillis < FRESH_MILLIS ? Optional.empty() : Optional.ofNullable(probed);
    }

    /** Why this instance should get no traffic, or empty. */
    Optional<String> trouble() {
        Failure last = failed;
        boolean failing = last.atMillis > acknowledgedMillis && clock.millis() - last.atMillis < FRESH_MILLIS;
        return failing ? Optional.of(last.reason) : away();
    }
}
