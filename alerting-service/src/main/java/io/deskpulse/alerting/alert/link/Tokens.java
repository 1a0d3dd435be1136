package io.deskpulse.alerting.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens as they stand in addresses: whoever has one may do one thing, and nobody can make one up. Base64url of a version, key id, tenant and fingerprint (each
 * with its length), the begin of the episode in milliseconds, the second in which it ends, and the first 16 bytes of the HMAC-SHA256 of all that. Thread-safe.
 */
@Singleton
class Tokens {
    /** Also keeps tokens apart from those that other services make with the same key. */
    private static final byte VERSION = 65;

    private static final int MAC_BYTES = 16;
    private static final int MOST_BYTES = 256;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyFile keys;

    Tokens(LinkSettings settings) {
        this.keys = new KeyFile("Keys of links", settings.keys());
    }

    /** Whether there is a key to sign with. */
    boolean ready() {
        return keys.ring().isPresent();
    }

    /** The token's text; throws where there is no key. Never to be logged. */
    String write(Token token) {
        Key key = keys.ring().map(KeyRing::current).orElseThrow(() -> new IllegalStateException("no key of links"));
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).put(VERSION);
        put(bytes, key.id());
        put(bytes, token.tenant());
        put(bytes, token.fingerprint());
        bytes.putLong(token.startedAt().toEpochMilli());
        // Good until 2106, as it is read without a sign.
        bytes.putInt((int) token.expiresAt().getEpochSecond());
        byte[] signed = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.put(mac(key, signed));
        return BASE64.encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** What a text says; empty where it is none of ours, not whole, or its key is no longer there: which of these is nobody's business. */
    Optional<Token> read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // Only as we would write it: the last character has bits that mean nothing.
            return BASE64.encodeToString(bytes).equals(text) ? genuine(bytes) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Token> genuine(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length > MOST_BYTES || buffer.get() != VERSION) {
            return Optional.empty();
        }
        Optional<Key> key = take(buffer).flatMap(id -> keys.ring().flatMap(ring -> ring.find(id)));
        Optional<String> tenant = take(buffer);
        Optional<String> fingerprint = take(buffer);
        Instant startedAt = Instant.ofEpochMilli(buffer.getLong());
        Instant expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()));
        byte[] signed = Arrays.copyOf(bytes, buffer.position());
        byte[] mac = Arrays.copyOfRange(bytes, buffer.position(), bytes.length);
        boolean ours = key.isPresent() && MessageDigest.isEqual(mac, mac(key.get(), signed));
        return ours
                ? Optional.of(new Token(tenant.orElseThrow(), fingerprint.orElseThrow(), startedAt, expiresAt))
                : Optional.empty();
    }

    private static void put(ByteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        buffer.put((byte) bytes.length).put(bytes);
    }

    private static Optional<String> take(ByteBuffer buffer) {
        byte[] bytes = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(bytes);
        return Optional.of(new String(bytes, UTF_8));
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
