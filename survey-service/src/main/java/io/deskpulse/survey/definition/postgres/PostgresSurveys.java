package io.deskpulse.survey.definition.postgres;

import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.Standing;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.Surveys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** Surveys in Postgres. */
@ApplicationScoped
class PostgresSurveys implements Surveys {
    private static final String TRIGGER_IS_UNIQUE = "survey_trigger";
    private static final String OF_TENANTS =
            "select tenant, id, state, publishedVersion from SurveyRow where tenant in :tenants order by id";
    private static final String OF_TENANT = "id = ?1 and tenant = ?2";

    private final SurveyRows rows;
    private final VersionRows versions;

    PostgresSurveys(SurveyRows rows, VersionRows versions) {
        this.rows = rows;
        this.versions = versions;
    }

    @Override
    public Uni<Void> add(Survey survey) {
        return rows.persist(SurveyRow.of(survey)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Survey>> find(String tenant, UUID id) {
        return one(rows.find(OF_TENANT, id, tenant).firstResult());
    }

    @Override
    public Uni<Optional<Survey>> lock(String tenant, UUID id) {
        return one(rows.find(OF_TENANT, id, tenant)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult());
    }

    @Override
    public Uni<Void> save(Survey survey) {
        return take(survey).replaceWithVoid();
    }

    @Override
    public Uni<Void> publish(Survey survey) {
        return take(survey)
                .invoke(row ->
                        row.trigger = survey.definition().terms().trigger().orElse(null))
                .chain(() -> versions.persistAndFlush(VersionRow.of(survey)))
                .onFailure(PostgresSurveys::triggerTaken)
                .transform(fault -> new TriggerTaken())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Survey survey) {
        return rows.deleteById(survey.id()).replaceWithVoid();
    }

    @Override
    public Uni<List<Survey>> list(String tenant, Optional<Survey.State> state, Optional<UUID> before, int most) {
        StringBuilder where = new StringBuilder("tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        state.ifPresent(wanted -> {
            where.append(" and state = :state");
            values.put("state", wanted);
        });
        before.ifPresent(id -> {
            where.append(" and id < :before");
            values.put("before", id);
        });
        return rows.find(where.toString(), Sort.by("id", Sort.Direction.Descending), values)
                .range(0, most - 1)
                .list()
                .map(found -> found.stream().map(SurveyRow::survey).toList());
    }

    @Override
    public Uni<Optional<PublishedVersion>> version(String tenant, UUID survey, int version) {
        return versions.find("survey = ?1 and version = ?2 and tenant = ?3", survey, version, tenant)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(VersionRow::published));
    }

    @Override
    public Uni<List<PublishedVersion>> versions(String tenant, UUID survey) {
        return versions.find("survey = ?1 and tenant = ?2", Sort.by("version"), survey, tenant)
                .list()
                .map(rows -> rows.stream().map(VersionRow::published).toList());
    }

    @Override
    public Uni<Optional<Standing>> standing(String tenant, UUID id) {
        return standing(rows.find(OF_TENANT, id, tenant));
    }

    @Override
    public Uni<Optional<Standing>> triggered(String tenant, String trigger) {
        return standing(
                rows.find("tenant = ?1 and trigger = ?2 and state = ?3", tenant, trigger, Survey.State.PUBLISHED));
    }

    /** Without the definitions: what is published is at hand anyway. */
    @Override
    public Uni<Map<String, List<Standing>>> standing(Collection<String> tenants) {
        return Panache.getSession()
                .chain(session -> session.createQuery(OF_TENANTS, Object[].class)
                        .setParameter("tenants", tenants)
                        .getResultList())
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(
                                        row -> new Standing((UUID) row[1], (Survey.State) row[2], (Integer) row[3]),
                                        Collectors.toList()))));
    }

    private static Uni<Optional<Standing>> standing(PanacheQuery<SurveyRow> query) {
        return query.firstResult().map(row -> Optional.ofNullable(row).map(SurveyRow::standing));
    }

    private static Uni<Optional<Survey>> one(Uni<SurveyRow> row) {
        return row.map(found -> Optional.ofNullable(found).map(SurveyRow::survey));
    }

    /** The session holds the locked row already. */
    private Uni<SurveyRow> take(Survey survey) {
        return rows.findById(survey.id()).invoke(row -> row.take(survey));
    }

    private static boolean triggerTaken(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation
                    && TRIGGER_IS_UNIQUE.equals(violation.getConstraintName())) {
                return true;
            }
        }
        return false;
    }
}
