package io.deskpulse.localstack.token;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a token is to say.
 *
 * @param tenant whose data it opens
 * @param scopes what it allows, of {@link #SCOPES}
 * @param validity how long it holds from now on
 * @param origins the web origins it may be used from, such as {@code https://shop.example}; none for anywhere
 */
public record Token(String tenant, List<String> scopes, Duration validity, List<String> origins) {

    /** All scopes there are. */
    public static final List<String> SCOPES =
            List.of("ingest:write", "survey:answer", "survey:manage", "metrics:read", "alerts:manage", "admin");

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-\\[\\]:]{1,255}");
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** A token that may be used from anywhere. */
    public Token(String tenant, List<String> scopes, Duration validity) {
        this(tenant, scopes, validity, List.of());
    }

    public Token {
        requireTenant(tenant);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs at least one scope of " + String.join(", ", SCOPES));
        }
        for (var scope : scopes) {
            if (!SCOPES.contains(scope)) {
                throw new IllegalArgumentException(
                        "scope '%s' is not known: use %s".formatted(scope, String.join(", ", SCOPES)));
            }
        }
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token is valid for 1 to %d days".formatted(LONGEST.toDays()));
        }
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "origin '%s' is not valid: scheme and host alone, such as https://shop.example"
                                .formatted(origin));
            }
        }
        scopes = List.copyOf(scopes);
        origins = List.copyOf(origins);
    }

    /** Throws an {@link IllegalArgumentException} for what cannot be the id of a tenant. */
    public static void requireTenant(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "tenant '%s' is not valid: 1 to 63 of a-z, 0-9 and '-', not beginning with '-'".formatted(tenant));
        }
    }
}
