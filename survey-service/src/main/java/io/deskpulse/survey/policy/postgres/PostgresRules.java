package io.deskpulse.survey.policy.postgres;

import io.deskpulse.survey.policy.RulesOfTenants;
import io.deskpulse.survey.policy.RulesSettings;
import io.deskpulse.survey.policy.SurveyRules;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Rules of tenants in Postgres; of two who change the same revision, one succeeds. */
@ApplicationScoped
class PostgresRules implements RulesOfTenants {
    private static final String READ = "select again_seconds, revision from survey_rules where tenant = :tenant";
    private static final String FIRST =
            "insert into survey_rules (tenant, again_seconds, revision) values (:tenant, :again, 1) on conflict do nothing";
    private static final String NEXT =
            """
            update survey_rules set again_seconds = :again, revision = revision + 1
            where tenant = :tenant and revision = :seen""";

    private final SurveyRules unset;

    PostgresRules(RulesSettings settings) {
        this.unset = new SurveyRules(settings.again(), 0);
    }

    @Override
    public Uni<SurveyRules> of(String tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? unset
                        : new SurveyRules(
                                Duration.ofSeconds(((Number) row[0]).longValue()), ((Number) row[1]).longValue()));
    }

    @Override
    public Uni<Boolean> change(String tenant, SurveyRules rules) {
        return Panache.getSession()
                .chain(session -> {
                    var statement = session.createNativeQuery(rules.revision() == 0 ? FIRST : NEXT)
                            .setParameter("tenant", tenant)
                            .setParameter("again", rules.again().toSeconds());
                    if (rules.revision() > 0) {
                        statement.setParameter("seen", rules.revision());
                    }
                    return statement.executeUpdate();
                })
                .map(rows -> rows == 1);
    }
}
