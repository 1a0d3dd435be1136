package io.deskpulse.survey.definition;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where surveys are kept. Every call belongs to the current transaction. Nobody sees the surveys of another tenant.
 */
public interface Surveys {
    Uni<Void> add(Survey survey);

    Uni<Optional<Survey>> find(String tenant, UUID id);

    /** The same; nobody else can change it before this transaction ends. */
    Uni<Optional<Survey>> lock(String tenant, UUID id);

    /** Writes a changed survey that is locked. */
    Uni<Void> save(Survey survey);

    /**
     * Writes a published survey that is locked, and its new version.
     *
     * @return fails with {@link TriggerTaken} where another published survey has its trigger
     */
    Uni<Void> publish(Survey survey);

    /** Forgets a survey that is locked and was never published. */
    Uni<Void> remove(Survey survey);

    /**
     * Newest first, all of their state where {@code state} is empty.
     *
     * @param before only those created before this one
     */
    Uni<List<Survey>> list(String tenant, Optional<Survey.State> state, Optional<UUID> before, int most);

    Uni<Optional<PublishedVersion>> version(String tenant, UUID survey, int version);

    /** All published versions of a survey, the first one first. */
    Uni<List<PublishedVersion>> versions(String tenant, UUID survey);

    Uni<Optional<Standing>> standing(String tenant, UUID id);

    /** Of the survey that is published under this trigger. */
    Uni<Optional<Standing>> triggered(String tenant, String trigger);

    /** How far all surveys of these tenants are, by tenant; those who have none are left out. */
    Uni<Map<String, List<Standing>>> standing(Collection<String> tenants);

    /** Two published surveys of a tenant cannot have one trigger. */
    final class TriggerTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TriggerTaken() {
            super("trigger taken", null, false, false);
        }
    }
}
