package io.deskpulse.alerting.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Standard Webhooks does (standardwebhooks.com, v1). Immutable; never tells its secrets in words. */
public final class Signing {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MADE_BYTES = 32;
    private static final int MOST_SECRETS = 4;

    private final List<byte[]> secrets;

    private Signing(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /** A secret that nobody can guess. */
    public static String newSecret() {
        byte[] secret = new byte[MADE_BYTES];
        // Not kept: what a native image holds from its build would be the same everywhere.
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** Secrets apart by spaces, the newest first; throws IllegalArgumentException where one is none, and never quotes it. */
    public static Signing parse(String text) {
        List<byte[]> secrets =
                Stream.of(text.strip().split("\\s+")).map(Signing::secret).toList();
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("more than " + MOST_SECRETS + " secrets");
        }
        return new Signing(secrets);
    }

    /** The header {@code webhook-signature}: one signature for each secret. */
    public String sign(String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return secrets.stream().map(secret -> "v1," + hmac(secret, head, body)).collect(Collectors.joining(" "));
    }

    private static byte[] secret(String text) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {
            // Its message quotes the secret.
            throw new IllegalArgumentException("a secret is not whsec_ and base64");
        }
        if (secret.length < LEAST_BYTES || secret.length > MOST_BYTES) {
            throw new IllegalArgumentException("a secret has from " + LEAST_BYTES + " to " + MOST_BYTES + " bytes");
        }
        return secret;
    }

    private static String hmac(byte[] secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
