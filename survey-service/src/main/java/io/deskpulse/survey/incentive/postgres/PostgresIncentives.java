package io.deskpulse.survey.incentive.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.survey.incentive.Incentives;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Codes in Postgres. */
@ApplicationScoped
class PostgresIncentives implements Incentives {
    private static final String ADD =
            """
            insert into incentive_code (survey, code)
            select :survey, one.code
            from jsonb_array_elements_text(cast(cast(:codes as text) as jsonb)) with ordinality as one (code, line)
            order by one.line
            on conflict (survey, code) do nothing
            returning code""";

    private static final String GIVE =
            """
            update incentive_code set offer = :offer, given_at = :now
            where id = (
                select id from incentive_code where survey = :survey and given_at is null
                order by id limit 1 for update skip locked)
            returning code""";

    private static final String GIVEN = "select code from incentive_code where offer = :offer";
    private static final String COUNT =
            "select count(given_at), count(*) - count(given_at) from incentive_code where survey = :survey";
    private static final String WITHDRAW = "delete from incentive_code where survey = :survey and given_at is null";

    @Override
    public Uni<Set<String>> add(UUID survey, List<String> codes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        codes.forEach(all::add);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD, String.class)
                        .setParameter("survey", survey)
                        .setParameter("codes", all.toString())
                        .getResultList())
                .map(HashSet::new);
    }

    @Override
    public Uni<Optional<String>> give(UUID survey, UUID offer, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVE, String.class)
                        .setParameter("survey", survey)
                        .setParameter("offer", offer)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<Optional<String>> given(UUID offer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GIVEN, String.class)
                        .setParameter("offer", offer)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<Count> count(UUID survey) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter("survey", survey)
                        .getSingleResult())
                .map(row -> new Count(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    @Override
    public Uni<Integer> withdraw(UUID survey) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WITHDRAW)
                .setParameter("survey", survey)
                .executeUpdate());
    }
}
