package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules in force at some moment. Immutable.
 *
 * @param revision of the book that they come from
 * @param byTenant only tenants that have any
 */
public record RulesNow(long revision, Map<String, List<Rule>> byTenant) {
    /** Nothing is known yet. */
    public static final RulesNow NONE = new RulesNow(Long.MIN_VALUE, Map.of());

    static RulesNow of(long revision, List<Rule> rules) {
        return new RulesNow(revision, rules.stream().collect(Collectors.groupingBy(Rule::tenant)));
    }

    public List<Rule> of(String tenant) {
        return byTenant.getOrDefault(tenant, List.of());
    }
}
