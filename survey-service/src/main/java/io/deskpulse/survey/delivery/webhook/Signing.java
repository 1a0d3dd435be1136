package io.deskpulse.survey.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Standard Webhooks does (standardwebhooks.com, v1). Immutable; never tells its secrets in words. */
final class Signing {
    private static final String PREFIX = "whsec_";

    private final List<byte[]> secrets;

    private Signing(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /** Secrets as they stand in a file; throws IllegalArgumentException where there is none, and never quotes one. */
    static Signing parse(String text) {
        List<byte[]> secrets = text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(Signing::secret)
                .toList();
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there is no secret");
        }
        return new Signing(secrets);
    }

    /** The header {@code webhook-signature}. */
    String sign(String id, Instant at, String body) {
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8);
        return secrets.stream().map(secret -> "v1," + hmac(secret, content)).collect(Collectors.joining(" "));
    }

    private static byte[] secret(String line) {
        try {
            return Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
        } catch (IllegalArgumentException e) {
            // Its message quotes the secret.
            throw new IllegalArgumentException("a secret is not whsec_ and base64");
        }
    }

    private static String hmac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
