package io.deskpulse.alerting.receiver;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants a receiver to be. Immutable.
 *
 * @param secrets those that change: their new value, or empty for none; what is not named stays
 */
public record Draft(
        Settings settings, String language, Texts texts, Optional<Limit> limit, Map<String, Optional<String>> secrets) {
    public Draft {
        secrets = Map.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "draft of a " + settings.kind().wire();
    }
}
