package io.deskpulse.survey.policy;

import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Reads and changes the rules of tenants, each change only to the revision its author has seen. Thread-safe. */
@ApplicationScoped
public class ManageRules {
    private final RulesOfTenants rules;
    private final Transactions transactions;

    ManageRules(RulesOfTenants rules, Transactions transactions) {
        this.rules = rules;
        this.transactions = transactions;
    }

    public Uni<SurveyRules> of(String tenant) {
        return transactions.run(() -> rules.of(tenant));
    }

    /** The rules as they stand now; empty where someone else has changed them meanwhile. */
    public Uni<Optional<SurveyRules>> change(String tenant, long seen, Duration again) {
        SurveyRules changed = new SurveyRules(again, seen + 1);
        return transactions
                .run(() -> rules.change(tenant, new SurveyRules(again, seen)))
                .map(made -> made ? Optional.of(changed) : Optional.empty());
    }
}
