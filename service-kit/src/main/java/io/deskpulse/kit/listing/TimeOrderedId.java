package io.deskpulse.kit.listing;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids of things that are listed by the time they were made. No secret: such an id can be guessed with some patience. */
public final class TimeOrderedId {
    private TimeOrderedId() {}

    /** A UUID of version 7 (RFC 9562), ordered by this moment to the millisecond. */
    public static UUID at(Instant moment) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long most = moment.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
        long least = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
