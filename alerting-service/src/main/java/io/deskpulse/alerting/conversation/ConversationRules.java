package io.deskpulse.alerting.conversation;

import java.util.Map;
import java.util.Optional;

/**
 * What a tenant wants to be told of conversations. Immutable.
 *
 * @param revision grows with each change; 0 where nothing was ever set
 * @param watches by kind; what is not there is not watched
 */
public record ConversationRules(String tenant, long revision, Map<Kind, Watch> watches) {
    public ConversationRules {
        watches = Map.copyOf(watches);
    }

    /** Those of a tenant that has set none: nothing is watched. */
    public static ConversationRules none(String tenant) {
        return new ConversationRules(tenant, 0, Map.of());
    }

    Optional<Watch> watch(Kind kind) {
        return Optional.ofNullable(watches.get(kind));
    }
}
