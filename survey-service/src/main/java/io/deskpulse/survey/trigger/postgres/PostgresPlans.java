package io.deskpulse.survey.trigger.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.survey.trigger.Plan;
import io.deskpulse.survey.trigger.Plans;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans in Postgres. */
@ApplicationScoped
class PostgresPlans implements Plans {
    private static final String ADD =
            """
            insert into planned_offer (episode, survey, tenant, due_at)
            select episode, survey, tenant, due_at from jsonb_to_recordset(cast(cast(:plans as text) as jsonb))
                as row (episode text, survey uuid, tenant text, due_at timestamptz)
            order by episode, survey
            on conflict do nothing""";

    private static final String DROP =
            "delete from planned_offer where episode in (select jsonb_array_elements_text(cast(cast(:episodes as text) as jsonb)))";

    /** Materialized, since a subquery with a limit may be run again, and would lock and delete another one each time. */
    private static final String TAKE =
            """
            with due as materialized (
                select episode, survey from planned_offer where due_at <= :now order by due_at limit 1 for update skip locked)
            delete from planned_offer as plan using due where plan.episode = due.episode and plan.survey = due.survey
            returning tenant, cast(plan.survey as text), plan.episode,
                cast(extract(epoch from due_at) * 1000 as bigint), attempts""";

    private static final String POSTPONE =
            "update planned_offer set due_at = :to, attempts = attempts + 1 where episode = :episode and survey = :survey";
    private static final String GIVE_UP = "delete from planned_offer where episode = :episode and survey = :survey";
    private static final String COUNT = "select count(*) from planned_offer";

    @Override
    public Uni<Void> add(Collection<Plan> plans) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plans.forEach(plan -> rows.addObject()
                .put("episode", plan.episode())
                .put("survey", plan.survey().toString())
                .put("tenant", plan.tenant())
                .put("due_at", plan.dueAt().toString()));
        return change(ADD, Map.of("plans", rows.toString()));
    }

    @Override
    public Uni<Void> drop(Collection<String> episodes) {
        if (episodes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        episodes.forEach(ids::add);
        return change(DROP, Map.of("episodes", ids.toString()));
    }

    @Override
    public Uni<Optional<Plan>> takeDue(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter("now", column(now))
                        .getResultList())
                .map(PostgresPlans::first);
    }

    @Override
    public Uni<Void> postpone(Plan plan, Instant to) {
        return change(POSTPONE, Map.of("to", column(to), "episode", plan.episode(), "survey", plan.survey()));
    }

    @Override
    public Uni<Void> giveUp(Plan plan) {
        return change(GIVE_UP, Map.of("episode", plan.episode(), "survey", plan.survey()));
    }

    @Override
    public Uni<Long> waiting() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class).getSingleResult());
    }

    private static Uni<Void> change(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var statement = session.createNativeQuery(sql);
                    parameters.forEach(statement::setParameter);
                    return statement.executeUpdate();
                })
                .replaceWithVoid();
    }

    private static Optional<Plan> first(List<Object[]> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Plan(
                        (String) row[0],
                        UUID.fromString((String) row[1]),
                        (String) row[2],
                        Instant.ofEpochMilli(((Number) row[3]).longValue()),
                        ((Number) row[4]).intValue()));
    }

    private static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
