package io.deskpulse.alerting.conversation;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of all tenants, as they stood when they were last asked for. Thread-safe. */
@Singleton
public class RulesInForce {
    private final RulesOfTenants rules;
    private volatile Map<String, ConversationRules> byTenant = Map.of();

    RulesInForce(RulesOfTenants rules) {
        this.rules = rules;
    }

    /** Asks for them. */
    public void refresh() {
        byTenant = rules.all().stream().collect(Collectors.toMap(ConversationRules::tenant, Function.identity()));
    }

    /** Those of a tenant; none where it has set none. */
    public ConversationRules of(String tenant) {
        ConversationRules known = byTenant.get(tenant);
        return known == null ? ConversationRules.none(tenant) : known;
    }

    /** Whether a tenant wants to be told of anything. */
    public boolean watches(String tenant) {
        return !of(tenant).watches().isEmpty();
    }
}
