package io.deskpulse.survey.definition;

import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes surveys and changes them, each change only to the revision its author has seen. Thread-safe. */
@ApplicationScoped
public class ManageSurveys {
    private final Surveys surveys;
    private final Transactions transactions;
    private final Identities identities;
    private final Clock clock;

    ManageSurveys(Surveys surveys, Transactions transactions, Identities identities, Clock clock) {
        this.surveys = surveys;
        this.transactions = transactions;
        this.identities = identities;
        this.clock = clock;
    }

    public Uni<Survey> create(String tenant, Definition definition) {
        Survey survey = Survey.create(identities.next(), tenant, definition, now());
        return transactions.run(() -> surveys.add(survey)).replaceWith(survey);
    }

    /** A new draft with the definition of another survey, but for its trigger, which only one can have. */
    public Uni<Optional<Survey>> duplicate(String tenant, UUID id) {
        return find(tenant, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : create(tenant, copyOf(found.get().definition())).map(Optional::of));
    }

    public Uni<Optional<Survey>> find(String tenant, UUID id) {
        return transactions.run(() -> surveys.find(tenant, id));
    }

    public Uni<List<Survey>> list(String tenant, Optional<Survey.State> state, Optional<UUID> before, int most) {
        return transactions.run(() -> surveys.list(tenant, state, before, most));
    }

    public Uni<Optional<PublishedVersion>> version(String tenant, UUID id, int version) {
        return transactions.run(() -> surveys.version(tenant, id, version));
    }

    public Uni<Change> redefine(String tenant, UUID id, long seen, Definition definition) {
        return change(tenant, id, seen, survey -> {
            Survey redefined = survey.redefined(definition, now());
            return surveys.save(redefined).replaceWith(new Change.Made(redefined));
        });
    }

    /** Offers the definition as it stands from now on; an archived survey comes back by it. */
    public Uni<Change> publish(String tenant, UUID id, long seen) {
        return change(tenant, id, seen, survey -> {
                    Survey published = survey.published(now());
                    return surveys.publish(published).replaceWith(new Change.Made(published));
                })
                .onFailure(Surveys.TriggerTaken.class)
                .recoverWithItem(new Change.TriggerTaken());
    }

    public Uni<Change> archive(String tenant, UUID id, long seen) {
        return change(tenant, id, seen, survey -> {
            Survey archived = survey.archived(now());
            return surveys.save(archived).replaceWith(new Change.Made(archived));
        });
    }

    public Uni<Change> remove(String tenant, UUID id, long seen) {
        return change(
                tenant,
                id,
                seen,
                survey -> survey.publishedVersion() > 0
                        ? Uni.createFrom().item(new Change.Published())
                        : surveys.remove(survey).replaceWith(new Change.Made(survey)));
    }

    private Uni<Change> change(String tenant, UUID id, long seen, Function<Survey, Uni<? extends Change>> make) {
        return transactions.run(() -> surveys.lock(tenant, id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Change.NotFound());
            }
            Survey survey = found.get();
            return survey.revision() == seen
                    ? make.apply(survey)
                    : Uni.createFrom().item(new Change.Stale(survey.revision()));
        }));
    }

    private static Definition copyOf(Definition definition) {
        return definition.on(definition.terms().withoutTrigger());
    }

    /** Postgres keeps microseconds; what is answered now must be what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
