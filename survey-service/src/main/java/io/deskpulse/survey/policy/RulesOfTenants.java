package io.deskpulse.survey.policy;

import io.smallrye.mutiny.Uni;

/** Where the rules of tenants are kept. Every call belongs to the current transaction. */
public interface RulesOfTenants {
    /** A tenant's rules; those of {@link RulesSettings} where it has set none. */
    Uni<SurveyRules> of(String tenant);

    /** Writes rules as the revision that follows theirs; false where that is there already. */
    Uni<Boolean> change(String tenant, SurveyRules rules);
}
