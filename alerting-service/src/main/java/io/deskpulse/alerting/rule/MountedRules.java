package io.deskpulse.alerting.rule;

import java.util.List;
import java.util.Optional;

/** The rules that stand in files. Calls do not block; thread-safe. */
public interface MountedRules {
    /** Counts up with each change. */
    long revision();

    /** The rules in force of all tenants. */
    List<RuleVersion> all();

    /** The rule of that tenant and id; a rule of the database with the same id is not in force. */
    default Optional<RuleVersion> find(String tenant, String id) {
        return all().stream()
                .filter(found -> found.rule().tenant().equals(tenant)
                        && found.rule().id().equals(id))
                .findFirst();
    }
}
