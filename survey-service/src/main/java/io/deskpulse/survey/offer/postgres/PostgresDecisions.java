package io.deskpulse.survey.offer.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Decision;
import io.deskpulse.survey.offer.Decisions;
import io.deskpulse.survey.offer.Explanation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions in Postgres: one row for a survey and its subject, however often it is decided. */
@ApplicationScoped
class PostgresDecisions implements Decisions, PanacheRepositoryBase<DecisionRow, DecisionRow.Key> {
    private static final int MOST = 20;

    private static final String KEEP =
            """
            insert into decision (survey, subject, tenant, conversation, customer, episode, asked, reason, steps, times, decided_at)
            select survey, subject, tenant, conversation, customer, episode, asked, reason, steps, 1, decided_at
            from jsonb_to_recordset(cast(cast(:decisions as text) as jsonb)) as row (survey uuid, subject text, tenant text, conversation text,
                customer text, episode text, asked text, reason text, steps text, decided_at timestamptz)
            order by survey, subject
            on conflict (survey, subject) do update set (customer, episode, asked, reason, steps, times, decided_at)
              = (excluded.customer, excluded.episode, excluded.asked, excluded.reason, excluded.steps, decision.times + 1, excluded.decided_at)""";

    private static final String OFFER = "from OfferRow where id = :id and tenant = :tenant";
    private static final String EXPLANATION = "select asked, cast(explanation as text) from offer where id = :id";

    private static final String FORGET =
            """
            delete from decision where (survey, subject) in
                (select survey, subject from decision where decided_at < :before limit :most)""";

    @Override
    public Uni<Void> keep(List<Decision> decisions) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        decisions.forEach(decision -> add(rows, decision));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("decisions", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Decision>> of(String tenant, String conversation, String customer) {
        return find(
                        "tenant = ?1 and (conversation = ?2 or customer = ?3) order by decidedAt desc",
                        tenant,
                        conversation,
                        customer)
                .range(0, MOST - 1)
                .list()
                .map(rows -> rows.stream().map(DecisionRow::decision).toList());
    }

    @Override
    public Uni<Optional<Explanation>> explanation(String tenant, UUID offer) {
        return Panache.getSession()
                .chain(session -> session.createQuery(OFFER, OfferRow.class)
                        .setParameter("id", offer)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : explanation(row).map(Optional::of));
    }

    private static Uni<Explanation> explanation(OfferRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPLANATION, Object[].class)
                        .setParameter("id", row.id)
                        .getSingleResult())
                .map(found -> new Explanation(row.offer(), (String) found[0], (String) found[1]));
    }

    @Override
    public Uni<Integer> forget(Instant before, int most) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FORGET)
                .setParameter("before", before.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .executeUpdate());
    }

    private static void add(ArrayNode rows, Decision decision) {
        Context context = decision.context();
        rows.addObject()
                .put("survey", decision.survey().toString())
                .put(
                        "subject",
                        context.conversation() != null
                                ? "conversation " + context.conversation()
                                : "customer " + context.customer())
                .put("tenant", decision.tenant())
                .put("conversation", context.conversation())
                .put("customer", context.customer())
                .put("episode", decision.episode())
                .put("asked", decision.asked())
                .put("reason", decision.reason())
                .put("decided_at", decision.at().toString())
                .put("steps", decision.steps());
    }
}
