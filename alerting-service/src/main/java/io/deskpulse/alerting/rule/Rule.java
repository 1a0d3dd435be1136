package io.deskpulse.alerting.rule;

import java.util.Map;

/**
 * One version of a rule. Immutable; what is wrong with one is told by whoever reads it.
 *
 * @param tenant whose
 * @param id its name in addresses and the value of the label {@code alertname}; unique within the tenant
 * @param version grows with each change; of a rule in a file a number that stands for what is written there
 * @param name what people call it, by language
 * @param enabled whether it is evaluated
 */
public record Rule(
        String tenant,
        String id,
        int version,
        Map<String, String> name,
        boolean enabled,
        Query query,
        Condition condition,
        Pace pace,
        Severity severity,
        Notice notice) {
    public Rule {
        name = Map.copyOf(name);
    }

    /** The same as another version. */
    public Rule as(int otherVersion) {
        return new Rule(tenant, id, otherVersion, name, enabled, query, condition, pace, severity, notice);
    }
}
