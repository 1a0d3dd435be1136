package io.deskpulse.kit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps short texts encrypted: AES-256-GCM, bound to the place where they stand, {@code <key id>.<base64url of nonce and
 * ciphertext>}. What is new is sealed with the first key; what an older key has sealed can be opened as long as that one is
 * there. Thread-safe.
 */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PRINT_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyFile keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(KeyFile keys) {
        this.keys = keys;
    }

    /** Whether there is a key to seal with. */
    public boolean ready() {
        return keys.ring().isPresent();
    }

    /**
     * Seals a text; throws where there is no key.
     *
     * @param place where it is kept: elsewhere it cannot be opened
     */
    public String seal(String place, String text) {
        Key key = keys.ring().map(KeyRing::current).orElseThrow(() -> new IllegalStateException("no key to seal with"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, place, text.getBytes(UTF_8))
                .orElseThrow(() -> new IllegalStateException("every JDK has AES-256-GCM"));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return key.id() + "." + BASE64.encodeToString(both);
    }

    /** A text that was sealed for this place; empty where its key is gone or it was changed. */
    public Optional<String> open(String place, String sealed) {
        int dot = sealed.indexOf('.');
        byte[] both = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
        return keys.ring()
                .flatMap(ring -> ring.find(sealed.substring(0, dot)))
                .flatMap(key -> crypt(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOf(both, NONCE_BYTES),
                        place,
                        Arrays.copyOfRange(both, NONCE_BYTES, both.length)))
                .map(text -> new String(text, UTF_8));
    }

    /**
     * What a text can be recognised by without being kept: one print for each key, the newest first. Nobody without the keys
     * can tell whose print it is, nor try texts out.
     */
    public List<String> prints(String place, String text) {
        return keys.ring().map(KeyRing::all).orElse(List.of()).stream()
                .map(key -> key.id() + "." + BASE64.encodeToString(print(key, place, text)))
                .toList();
    }

    private static byte[] print(Key key, String place, String text) {
        // A key of its own, so that the one that encrypts does nothing else.
        byte[] derived = hmac(key.bytes(), "deskpulse print");
        return Arrays.copyOf(hmac(derived, place + "\n" + text), PRINT_BYTES);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static Optional<byte[]> crypt(int mode, Key key, byte[] nonce, String place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.bytes(KEY_BYTES), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
