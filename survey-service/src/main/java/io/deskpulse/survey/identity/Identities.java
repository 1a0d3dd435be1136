package io.deskpulse.survey.identity;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Makes ids and secrets. Thread-safe. */
@Singleton
public class Identities {
    private static final int SECRET_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Identities(Clock clock) {
        this.clock = clock;
    }

    /** A UUID of version 7 (RFC 9562): ordered by the millisecond it was made in, so that new rows lie beside each other. */
    public UUID next() {
        long randomA = random.nextInt(1 << 12);
        long most = clock.millis() << 16 | 0x7000 | randomA;
        long least = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** 24 characters that nobody can guess, fit for headers and addresses. */
    public String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
