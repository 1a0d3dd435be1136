package io.deskpulse.alerting.receiver;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where alerts are sent. Immutable.
 *
 * @param id chosen by the tenant; routes name it
 * @param language {@code en} or {@code zh-CN}
 * @param limit of the tenant's own, beside the one that the kind has
 * @param secrets the names of those that are set
 * @param revision counts changes
 */
public record Receiver(
        String tenant,
        String id,
        Settings settings,
        String language,
        Texts texts,
        Optional<Limit> limit,
        Set<String> secrets,
        long revision,
        Instant changedAt) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Receiver {
        secrets = Set.copyOf(secrets);
        if (!valid(id)) {
            throw new IllegalArgumentException("id: not of letters, digits and -");
        }
    }

    /** Whether a text can be the id of one. */
    public static boolean valid(String id) {
        return ID.matcher(id).matches();
    }

    public Kind kind() {
        return settings.kind();
    }
}
