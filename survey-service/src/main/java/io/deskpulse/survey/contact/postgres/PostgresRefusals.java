package io.deskpulse.survey.contact.postgres;

import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.contact.Refusals;
import io.deskpulse.survey.offer.Means;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Refusals in Postgres. */
@ApplicationScoped
class PostgresRefusals implements Refusals, PanacheRepositoryBase<RefusalRow, UUID> {
    private static final String NOTE =
            """
            insert into refusal (id, tenant, means, kind, customer, print, cause, noted_at)
            values (:id, :tenant, :means, :kind, :customer, :print, :cause, :at)
            on conflict do nothing""";

    /** A person has unsubscribed whatever their address; an address is out of reach whoever has it. */
    private static final String OF =
            """
            tenant = :tenant and means = :means and (print in (:prints)
                or customer = :customer and (kind = 'unsubscribed' or print is null))""";

    @Override
    public Uni<Boolean> note(Refusal refusal) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("id", refusal.id())
                        .setParameter("tenant", refusal.tenant())
                        .setParameter("means", refusal.means().wire())
                        .setParameter("kind", refusal.kind().wire())
                        .setParameter("customer", refusal.customer())
                        .setParameter("print", refusal.print())
                        .setParameter("cause", refusal.cause())
                        .setParameter("at", refusal.at().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    public Uni<Optional<Refusal.Kind>> of(String tenant, Means means, String customer, List<String> prints) {
        // No print and no customer is empty; a list may not be.
        List<String> known = new ArrayList<>(prints);
        known.add("");
        return list(
                        OF,
                        Map.of(
                                "tenant",
                                tenant,
                                "means",
                                means.wire(),
                                "customer",
                                customer == null ? "" : customer,
                                "prints",
                                known))
                .map(found ->
                        found.stream().map(row -> Refusal.Kind.ofWire(row.kind)).min(Comparator.naturalOrder()));
    }

    @Override
    public Uni<List<Refusal>> list(String tenant, Optional<UUID> before, int most) {
        Sort newest = Sort.by("id", Sort.Direction.Descending);
        return (before.isPresent()
                        ? find("tenant = ?1 and id < ?2", newest, tenant, before.get())
                        : find("tenant = ?1", newest, tenant))
                .range(0, most - 1)
                .list()
                .map(found -> found.stream().map(RefusalRow::refusal).toList());
    }

    @Override
    public Uni<Boolean> clear(String tenant, UUID id) {
        return delete("tenant = ?1 and id = ?2", tenant, id).map(deleted -> deleted > 0);
    }
}
