package io.deskpulse.survey.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file of the widget as it was built, with its compressed form. Immutable.
 *
 * @param tag changes when the file does
 */
public record Asset(byte[] plain, byte[] gzipped, String tag) {
    private static final int TAG_BYTES = 12;

    /** The file of that name, from the module {@code survey-widget}. */
    public static Asset load(String name) {
        byte[] plain = read("/widget/" + name);
        return new Asset(plain, read("/widget/" + name + ".gz"), tag(plain));
    }

    private static byte[] read(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The build lacks " + resource + "; build the module survey-widget.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
