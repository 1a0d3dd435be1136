package io.deskpulse.alerting.conversation;

import java.util.List;
import java.util.Optional;

/** Where the rules of tenants are kept. Calls block; thread-safe. */
public interface RulesOfTenants {
    List<ConversationRules> all();

    Optional<ConversationRules> find(String tenant);

    /** Stores rules with their revision; false where the stored ones do not have the revision before it. */
    boolean put(ConversationRules rules);
}
