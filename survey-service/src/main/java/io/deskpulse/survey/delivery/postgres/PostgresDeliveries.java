package io.deskpulse.survey.delivery.postgres;

import io.deskpulse.survey.delivery.Deliveries;
import io.deskpulse.survey.delivery.Delivery;
import io.deskpulse.survey.offer.Means;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deliveries in Postgres. Whoever takes some locks their rows, and others pass those over. */
@ApplicationScoped
class PostgresDeliveries implements Deliveries, PanacheRepositoryBase<DeliveryRow, UUID> {
    private static final String PLAN =
            """
            insert into delivery (offer, tenant, survey, means, customer, print, state, attempts, due_at, expires_at, planned_at)
            values (:offer, :tenant, :survey, :means, :customer, :print, 'waiting', 0, :dueAt, :expiresAt, :plannedAt)
            on conflict (offer) do nothing""";

    private static final String TAKE =
            """
            with due as materialized (
                select offer from delivery where state = 'waiting' and due_at <= :now and means in (:means)
                order by due_at limit :most for update skip locked)
            update delivery set attempts = attempts + 1, due_at = :until
            from due where delivery.offer = due.offer
            returning delivery.*""";

    private static final String SETTLE =
            """
            update delivery set state = :state, reason = :reason, due_at = :dueAt, ended_at = :endedAt
            where offer = :offer and state = 'waiting' and attempts = :attempts""";

    private static final String EXPIRE =
            """
            update delivery set state = 'failed', reason = :reason, ended_at = :now
            where state = 'waiting' and expires_at <= :now and due_at <= :now returning means""";

    private static final String WAITING = "select means, count(*) from delivery where state = 'waiting' group by means";

    @Override
    public Uni<Void> plan(Delivery delivery) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PLAN)
                        .setParameter("offer", delivery.offer())
                        .setParameter("tenant", delivery.tenant())
                        .setParameter("survey", delivery.survey())
                        .setParameter("means", delivery.means().wire())
                        .setParameter("customer", delivery.customer())
                        .setParameter("print", delivery.print())
                        .setParameter("dueAt", column(delivery.dueAt()))
                        .setParameter("expiresAt", column(delivery.expiresAt()))
                        .setParameter("plannedAt", column(delivery.plannedAt()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Delivery>> take(Set<Means> means, Instant now, Instant until, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, DeliveryRow.class)
                        .setParameter("means", means.stream().map(Means::wire).toList())
                        .setParameter("now", column(now))
                        .setParameter("until", column(until))
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(DeliveryRow::delivery).toList());
    }

    @Override
    public Uni<Boolean> settle(Delivery delivery) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SETTLE)
                        .setParameter("offer", delivery.offer())
                        .setParameter("attempts", delivery.attempts())
                        .setParameter("state", delivery.state().wire())
                        .setParameter("reason", delivery.reason())
                        .setParameter("dueAt", column(delivery.dueAt()))
                        .setParameter("endedAt", delivery.endedAt() == null ? null : column(delivery.endedAt()))
                        .executeUpdate())
                .map(written -> written == 1);
    }

    @Override
    public Uni<List<Means>> expire(String reason, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRE, String.class)
                        .setParameter("reason", reason)
                        .setParameter("now", column(now))
                        .getResultList())
                .map(means -> means.stream().map(Means::ofWire).toList());
    }

    @Override
    public Uni<Optional<Delivery>> find(UUID offer) {
        return findById(offer).map(row -> Optional.ofNullable(row).map(DeliveryRow::delivery));
    }

    @Override
    public Uni<List<Delivery>> list(
            String tenant, Optional<UUID> survey, Optional<Delivery.State> state, Optional<UUID> before, int most) {
        StringBuilder where = new StringBuilder("tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        survey.ifPresent(id -> {
            where.append(" and survey = :survey");
            values.put("survey", id);
        });
        state.ifPresent(wanted -> {
            where.append(" and state = :state");
            values.put("state", wanted.wire());
        });
        before.ifPresent(id -> {
            where.append(" and offer < :before");
            values.put("before", id);
        });
        return find(where.toString(), Sort.by("offer", Sort.Direction.Descending), values)
                .range(0, most - 1)
                .list()
                .map(rows -> rows.stream().map(DeliveryRow::delivery).toList());
    }

    @Override
    public Uni<Map<Means, Long>> waiting() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(WAITING, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> Means.ofWire((String) row[0]), row -> ((Number) row[1]).longValue())));
    }

    private static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
