package io.deskpulse.survey.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws lots that are the same each time and on each instance, and that nobody can foresee who lacks the key: HMAC-SHA256 over
 * survey and occasion, read as a number. So a request that is repeated is not a second chance. Thread-safe.
 */
public final class Lots {
    private static final String ALGORITHM = "HmacSHA256";
    /** As many bits as a double holds. */
    private static final int BITS = 53;

    private final SecretKeySpec key;

    public Lots(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The lot, evenly spread from 0 to below 1.
     *
     * @param occasion what is asked about, for example a conversation
     */
    public double draw(UUID survey, String occasion) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(16)
                    .putLong(survey.getMostSignificantBits())
                    .putLong(survey.getLeastSignificantBits())
                    .array());
            byte[] digest = mac.doFinal(occasion.getBytes(UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS)) * 0x1.0p-53;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
