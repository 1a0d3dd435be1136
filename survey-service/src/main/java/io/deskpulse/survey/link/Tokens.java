package io.deskpulse.survey.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.kit.secret.Key;
import io.deskpulse.kit.secret.KeyFile;
import io.deskpulse.kit.secret.KeyRing;
import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that stand in addresses: whoever has one may do one thing, and nobody can make one up. Base64url of a version, the id
 * of the key, what it is for, an id, the second in which it ends, and the first 16 bytes of the HMAC-SHA256 of all that
 * (docs/decisions/0015). Thread-safe.
 */
@Singleton
public class Tokens {
    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 16;
    private static final int MOST_CHARACTERS = 128;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyFile keys;

    /** What a token allows. Written into it, so that none can be used for something else. */
    public enum Purpose {
        /** Answering an offer. */
        ANSWER,
        /** Never being written to again. */
        UNSUBSCRIBE
    }

    /** What a token says. */
    public sealed interface Reading {}

    /**
     * It is one of ours.
     *
     * @param id of what it is about
     * @param expiresAt may have passed
     */
    public record Genuine(UUID id, Instant expiresAt) implements Reading {}

    /** It is not, or not whole, or its key is no longer there: which of these is nobody's business. */
    public record Changed() implements Reading {}

    Tokens(LinkSettings settings) {
        this.keys = new KeyFile("Keys of links", settings.keys());
    }

    /** Whether there is a key to sign with. */
    public boolean ready() {
        return keys.ring().isPresent();
    }

    /** A new token; throws where there is no key. Never to be logged. */
    public String issue(Purpose purpose, UUID id, Instant expiresAt) {
        Key key = keys.ring().map(KeyRing::current).orElseThrow(() -> new IllegalStateException("no key of links"));
        byte[] keyId = key.id().getBytes(US_ASCII);
        ByteBuffer token = ByteBuffer.allocate(3 + keyId.length + Long.BYTES * 2 + Integer.BYTES + MAC_BYTES)
                .put(VERSION)
                .put((byte) keyId.length)
                .put(keyId)
                .put((byte) purpose.ordinal())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                // Not before what it stands for; good until 2106, as it is read without a sign.
                .putInt((int) expiresAt.plusMillis(999).getEpochSecond());
        token.put(mac(key, Arrays.copyOf(token.array(), token.position())));
        return BASE64.encodeToString(token.array());
    }

    /** What a token says; takes as long for a wrong one. */
    public Reading read(Purpose purpose, String token) {
        try {
            return decoded(token).flatMap(bytes -> genuine(purpose, bytes)).orElse(new Changed());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new Changed();
        }
    }

    /** Only as we would write it: the last character has bits that mean nothing. */
    private static Optional<byte[]> decoded(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        return Optional.of(bytes).filter(all -> BASE64.encodeToString(all).equals(token));
    }

    private Optional<Reading> genuine(Purpose purpose, byte[] bytes) {
        ByteBuffer token = ByteBuffer.wrap(bytes);
        if (token.get() != VERSION) {
            return Optional.empty();
        }
        byte[] keyId = new byte[token.get() & 0x1f];
        token.get(keyId);
        boolean fits = token.get() == purpose.ordinal();
        Genuine said = new Genuine(
                new UUID(token.getLong(), token.getLong()),
                Instant.ofEpochSecond(Integer.toUnsignedLong(token.getInt())));
        byte[] signed = Arrays.copyOf(bytes, token.position());
        byte[] mac = Arrays.copyOfRange(bytes, token.position(), bytes.length);
        return keys.ring()
                .flatMap(ring -> ring.find(new String(keyId, US_ASCII)))
                .filter(key -> MessageDigest.isEqual(mac(key, signed), mac) && fits)
                .map(key -> said);
    }

    private static byte[] mac(Key key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(signed), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
