package io.deskpulse.survey.episode.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.episode.Episodes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Episodes in Postgres; a whole batch is one statement. */
@ApplicationScoped
class PostgresEpisodes implements Episodes, PanacheRepositoryBase<EpisodeRow, String> {
    private static final String KEEP =
            """
            insert into episode (id, tenant, revision, stands, reopened, conversation, number, customer, started_at, closed_at,
                outcome, channel, scene, language, handler, segment, variant, region, topic, read_at)
            select id, tenant, revision, stands, reopened, conversation, number, customer, started_at, closed_at,
                outcome, channel, scene, language, handler, segment, variant, region, topic, :readAt
            from jsonb_to_recordset(cast(cast(:episodes as text) as jsonb)) as row (id text, tenant text, revision bigint, stands boolean,
                reopened boolean, conversation text, number integer, customer text, started_at timestamptz,
                closed_at timestamptz, outcome text, channel text, scene text, language text, handler text, segment text,
                variant text, region text, topic text)
            order by id
            on conflict (id) do update set (revision, stands, reopened, customer, started_at, closed_at,
                outcome, channel, scene, language, handler, segment, variant, region, topic, read_at)
              = (excluded.revision, excluded.stands, excluded.reopened, excluded.customer, excluded.started_at,
                excluded.closed_at, excluded.outcome, excluded.channel, excluded.scene, excluded.language, excluded.handler,
                excluded.segment, excluded.variant, excluded.region, excluded.topic, excluded.read_at)
            where episode.revision < excluded.revision""";

    private static final String FORGET =
            "delete from episode where id in (select id from episode where read_at < :before limit :most)";

    @Override
    public Uni<List<Episode>> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> rows.stream().map(EpisodeRow::episode).toList());
    }

    @Override
    public Uni<Void> keep(Collection<Episode> episodes, Instant readAt) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        episodes.forEach(episode -> rows.add(row(episode)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("episodes", rows.toString())
                        .setParameter("readAt", readAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Episode>> find(String tenant, String id) {
        return find("id = ?1 and tenant = ?2", id, tenant).firstResult().map(PostgresEpisodes::standing);
    }

    @Override
    public Uni<Optional<Episode>> latest(String tenant, String conversation) {
        return find("tenant = ?1 and conversation = ?2 and stands order by number desc", tenant, conversation)
                .firstResult()
                .map(PostgresEpisodes::standing)
                .map(found -> found.filter(episode -> !episode.reopened()));
    }

    @Override
    public Uni<Integer> forget(Instant before, int most) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FORGET)
                .setParameter("before", before.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .executeUpdate());
    }

    private static Optional<Episode> standing(EpisodeRow row) {
        return Optional.ofNullable(row).map(EpisodeRow::episode).filter(Episode::stands);
    }

    private static ObjectNode row(Episode episode) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", episode.id());
        row.put("tenant", episode.tenant());
        row.put("revision", episode.revision());
        row.put("stands", episode.stands());
        row.put("reopened", episode.reopened());
        row.put("conversation", episode.conversation());
        row.put("number", episode.number());
        row.put("customer", episode.customer());
        row.put("started_at", episode.startedAt().toString());
        row.put("closed_at", episode.closedAt().toString());
        for (Dimension dimension : Dimension.values()) {
            row.put(dimension.wire(), episode.values().get(dimension));
        }
        return row;
    }
}
