package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.conversation.document.RulesDocument;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Changes what a tenant wants to be told of conversations. Calls block; thread-safe. */
@Singleton
public class ManageConversationRules {
    private final RulesOfTenants rules;
    private final Transactions transactions;
    private final Audit audit;

    ManageConversationRules(RulesOfTenants rules, Transactions transactions, Audit audit) {
        this.rules = rules;
        this.transactions = transactions;
        this.audit = audit;
    }

    public ConversationRules of(String tenant) {
        return rules.find(tenant).orElseGet(() -> ConversationRules.none(tenant));
    }

    /**
     * Replaces the rules.
     *
     * @param seen the revision that the change was made on
     * @return empty where somebody else was faster
     */
    public Optional<ConversationRules> change(String tenant, long seen, Map<Kind, Watch> watches, String actor) {
        ConversationRules changed = new ConversationRules(tenant, seen + 1, watches);
        return transactions.run(() -> {
            ConversationRules before = of(tenant);
            if (before.revision() != seen || !rules.put(changed)) {
                return Optional.empty();
            }
            audit.note(
                    tenant,
                    actor,
                    "conversation-rules",
                    "conversation-rules",
                    "changed",
                    RulesDocument.write(before).toString(),
                    RulesDocument.write(changed).toString());
            return Optional.of(changed);
        });
    }
}
