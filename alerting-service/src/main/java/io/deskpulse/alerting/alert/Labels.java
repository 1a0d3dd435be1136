package io.deskpulse.alerting.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels of an alert, which are its identity: names as Prometheus has them, values any text but the empty one, which is as
 * good as absent. Immutable.
 */
public record Labels(SortedMap<String, String> values) {
    /** The rule's id. */
    public static final String NAME = "alertname";

    /** {@code info}, {@code warning} or {@code critical}. */
    public static final String SEVERITY = "severity";

    private static final int FINGERPRINT_BYTES = 8;

    public Labels {
        SortedMap<String, String> kept = new TreeMap<>(values);
        kept.values().removeIf(String::isEmpty);
        for (String name : kept.keySet()) {
            if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
                throw new IllegalArgumentException("a label's name is of letters, digits and _: " + name);
            }
        }
        values = Collections.unmodifiableSortedMap(kept);
    }

    public static Labels of(Map<String, String> values) {
        return new Labels(new TreeMap<>(values));
    }

    /** The value of a label; empty text where there is none, as matchers have it. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** 16 hexadecimal digits that stand for these labels of this tenant. */
    public String fingerprint(String tenant) {
        MessageDigest digest = sha256();
        digest.update(tenant.getBytes(UTF_8));
        values.forEach((name, value) -> {
            digest.update((byte) 0);
            digest.update(name.getBytes(UTF_8));
            digest.update((byte) 0);
            digest.update(value.getBytes(UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
