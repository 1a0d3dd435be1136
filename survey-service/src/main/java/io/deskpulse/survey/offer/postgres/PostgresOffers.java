package io.deskpulse.survey.offer.postgres;

import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.offer.Circumstances;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Offers in Postgres. Where two race, one statement decides. */
@ApplicationScoped
class PostgresOffers implements Offers, PanacheRepositoryBase<OfferRow, UUID> {
    private static final int MOST_PENDING = 20;

    /** Waits for another transaction that inserts the same, and then knows whether that one has succeeded. */
    private static final String ADD =
            """
            insert into offer (id, tenant, survey, version, conversation, customer, channel, language, token, offered_at, expires_at,
                weight, stratum, means, episode, outcome, handler, scene, segment, variant, region, topic, asked, explanation)
            values (:id, :tenant, :survey, :version, :conversation, :customer, :channel, :language, :token, :offeredAt, :expiresAt,
                :weight, :stratum, :means, :episode, :outcome, :handler, :scene, :segment, :variant, :region, :topic, :asked,
                cast(cast(:explanation as text) as jsonb))
            on conflict do nothing""";

    private static final String TAKE_PLACE =
            """
            insert into survey_quota as quota (survey, taken) values (:survey, 1)
            on conflict (survey) do update set taken = quota.taken + 1 where quota.taken < :places""";

    @Override
    public Uni<Boolean> add(Offer offer, Policy.Ask asked, String explanation) {
        Context context = offer.context();
        Circumstances circumstances = offer.circumstances();
        EpisodeFacts facts = circumstances.facts();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("id", offer.id())
                        .setParameter("tenant", offer.tenant())
                        .setParameter("survey", offer.survey())
                        .setParameter("version", offer.version())
                        .setParameter("conversation", context.conversation())
                        .setParameter("customer", context.customer())
                        .setParameter("channel", context.channel())
                        .setParameter("language", context.language())
                        .setParameter("token", offer.token())
                        .setParameter("offeredAt", column(offer.offeredAt()))
                        .setParameter("expiresAt", column(offer.expiresAt()))
                        .setParameter("weight", circumstances.weight())
                        .setParameter("stratum", circumstances.stratum())
                        .setParameter("means", circumstances.means().wire())
                        .setParameter("episode", facts.episode())
                        .setParameter("outcome", facts.outcome())
                        .setParameter("handler", facts.handler())
                        .setParameter("scene", facts.scene())
                        .setParameter("segment", facts.segment())
                        .setParameter("variant", facts.variant())
                        .setParameter("region", facts.region())
                        .setParameter("topic", facts.topic())
                        .setParameter("asked", asked.wire())
                        .setParameter("explanation", explanation)
                        .executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    public Uni<Boolean> takePlace(UUID survey, int quota) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_PLACE)
                        .setParameter("survey", survey)
                        .setParameter("places", quota)
                        .executeUpdate())
                .map(taken -> taken == 1);
    }

    @Override
    public Uni<Optional<Offer>> lock(String tenant, UUID id) {
        return find("id = ?1 and tenant = ?2", id, tenant)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(OfferRow::offer));
    }

    @Override
    public Uni<Optional<Offer>> linked(UUID id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(OfferRow::offer));
    }

    @Override
    public Uni<Void> save(Offer offer) {
        return findById(offer.id())
                .invoke(row -> {
                    row.shownAt = offer.shownAt();
                    row.finishedAt = offer.finishedAt();
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Offer>> pending(String tenant, String conversation, Instant now) {
        return find(
                        "tenant = ?1 and conversation = ?2 and finishedAt is null and expiresAt > ?3",
                        Sort.by("id"),
                        tenant,
                        conversation,
                        now)
                .range(0, MOST_PENDING - 1)
                .list()
                .map(found -> found.stream().map(OfferRow::offer).toList());
    }

    private static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
