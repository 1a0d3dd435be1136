package io.deskpulse.survey.offer.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.PastOffers;
import io.deskpulse.survey.policy.Contact;
import io.deskpulse.survey.policy.Past;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was offered before, from Postgres. */
@ApplicationScoped
class PostgresPastOffers implements PastOffers {
    /** Any numbers that nothing else in this database locks. */
    private static final int CONVERSATION = 730547;

    private static final int PERSON = 730548;

    /** As text, since nothing can be made of a void. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(:kind, hashtext(:name)) as text)";

    /** In one order for all, so that no two batches wait for each other. */
    private static final String LOCK_ALL =
            """
            select max(cast(pg_advisory_xact_lock(:kind, hashtext(name)) as text)) from (
                select distinct tenant || ' ' || conversation as name
                from jsonb_to_recordset(cast(cast(:episodes as text) as jsonb)) as known (tenant text, conversation text)
                order by name) as names""";

    private static final String CONTACTS =
            """
            select cast(survey as text), means, cast(extract(epoch from offered_at) * 1000 as bigint),
                cast(extract(epoch from expires_at) * 1000 as bigint), cast(extract(epoch from shown_at) * 1000 as bigint),
                cast(extract(epoch from greatest(finished_at,
                    (select max(answered_at) from answer where answer.offer = offer.id))) * 1000 as bigint)
            from offer where tenant = :tenant and customer = :customer and expires_at > :since""";

    private static final String IN_CONVERSATION =
            """
            select coalesce(bool_or(survey = :survey and (asked <> 'close' or episode = :episode)), false),
                coalesce(bool_or(asked = 'close' and episode = :episode), false)
            from offer where tenant = :tenant and conversation = :conversation""";

    private static final String ABOUT_EPISODE =
            """
            select exists (select from offer where tenant = :tenant and conversation = :conversation
                and (episode = :episode or episode is null and offered_at >= :startedAt))""";

    private static final String TAKEN = "select taken from survey_quota where survey = :survey";

    private static final String COMPLETE =
            """
            update offer set (episode, outcome, handler, scene, segment, variant, region, topic)
              = (known.id, known.outcome, known.handler, known.scene, known.segment, known.variant, known.region, known.topic)
            from jsonb_to_recordset(cast(cast(:episodes as text) as jsonb)) as known (id text, tenant text, conversation text,
                started_at timestamptz, outcome text, handler text, scene text, segment text, variant text, region text, topic text)
            where offer.tenant = known.tenant and offer.conversation = known.conversation
              and (offer.episode = known.id or offer.episode is null and offer.offered_at >= known.started_at)""";

    private static final String FORGET =
            """
            with old as (
                select id from offer where id < :madeBefore and expires_at < :now order by id limit :most for update skip locked
            ), answers as (delete from answer using old where answer.offer = old.id),
            codes as (delete from incentive_code using old where incentive_code.offer = old.id)
            delete from offer using old where offer.id = old.id""";

    @Override
    public Uni<Void> lockConversation(String tenant, String conversation) {
        return lock(CONVERSATION, tenant, conversation);
    }

    @Override
    public Uni<Void> lockPerson(String tenant, String customer) {
        return customer == null ? Uni.createFrom().voidItem() : lock(PERSON, tenant, customer);
    }

    @Override
    public Uni<List<Contact>> contacts(String tenant, String customer, Instant notExpiredAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONTACTS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("customer", customer)
                        .setParameter("since", column(notExpiredAt))
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresPastOffers::contact).toList());
    }

    @Override
    public Uni<Past.Earlier> inConversation(
            String tenant, UUID survey, String conversation, Optional<Episode> episode) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IN_CONVERSATION, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("survey", survey)
                        .setParameter("conversation", conversation)
                        .setParameter("episode", episode.map(Episode::id).orElse(""))
                        .getSingleResult())
                .map(found -> {
                    if ((Boolean) found[0]) {
                        return Past.Earlier.IN_CONVERSATION;
                    }
                    return (Boolean) found[1] ? Past.Earlier.ABOUT_EPISODE : Past.Earlier.NOTHING;
                });
    }

    @Override
    public Uni<Past.Earlier> aboutEpisode(Episode episode) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ABOUT_EPISODE, Boolean.class)
                        .setParameter("tenant", episode.tenant())
                        .setParameter("conversation", episode.conversation())
                        .setParameter("episode", episode.id())
                        .setParameter("startedAt", column(episode.startedAt()))
                        .getSingleResult())
                .map(found -> found ? Past.Earlier.ABOUT_EPISODE : Past.Earlier.NOTHING);
    }

    @Override
    public Uni<Integer> taken(UUID survey) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKEN, Integer.class)
                        .setParameter("survey", survey)
                        .getSingleResultOrNull())
                .map(found -> found == null ? 0 : found);
    }

    @Override
    public Uni<Void> complete(Collection<Episode> episodes) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        episodes.forEach(episode -> add(rows, episode));
        // Whoever decides about such a conversation either knows of the episode already, or has its offer completed
        // here.
        return Panache.getSession()
                .call(session -> session.createNativeQuery(LOCK_ALL, String.class)
                        .setParameter("kind", CONVERSATION)
                        .setParameter("episodes", rows.toString())
                        .getSingleResultOrNull())
                .chain(session -> session.createNativeQuery(COMPLETE)
                        .setParameter("episodes", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forget(Instant madeBefore, Instant now, int most) {
        // Ids begin with the millisecond they were made in: no index of times is needed.
        UUID bound = new UUID(madeBefore.toEpochMilli() << 16, 0);
        return Panache.getSession().chain(session -> session.createNativeQuery(FORGET)
                .setParameter("madeBefore", bound)
                .setParameter("now", column(now))
                .setParameter("most", most)
                .executeUpdate());
    }

    private static Uni<Void> lock(int kind, String tenant, String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("kind", kind)
                        .setParameter("name", tenant + " " + id)
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static Contact contact(Object[] row) {
        Means means = Means.ofWire((String) row[1]);
        return new Contact(
                UUID.fromString((String) row[0]),
                means == Means.EMAIL || means == Means.SMS,
                time(row[2]),
                time(row[3]),
                time(row[4]),
                time(row[5]));
    }

    private static void add(ArrayNode rows, Episode episode) {
        var row = rows.addObject();
        row.put("id", episode.id());
        row.put("tenant", episode.tenant());
        row.put("conversation", episode.conversation());
        row.put("started_at", episode.startedAt().toString());
        if (episode.stands()) {
            for (Dimension dimension : Dimension.values()) {
                row.put(dimension.wire(), episode.values().get(dimension));
            }
        }
    }

    private static Instant time(Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(((Number) millis).longValue());
    }

    private static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
