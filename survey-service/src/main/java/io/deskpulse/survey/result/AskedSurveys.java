package io.deskpulse.survey.result;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.Surveys;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Surveys with all versions that were ever offered. Thread-safe. */
@ApplicationScoped
public class AskedSurveys {
    private final Surveys surveys;
    private final Transactions transactions;

    AskedSurveys(Surveys surveys, Transactions transactions) {
        this.surveys = surveys;
        this.transactions = transactions;
    }

    /**
     * A survey.
     *
     * @param published whether it ever was; else {@code versions} has the draft alone, as version 0
     */
    public record Asked(String name, boolean published, Map<Integer, Definition> versions) {
        /** Its questions over all versions. */
        public AskedQuestions questions() {
            return new AskedQuestions(versions);
        }
    }

    /** The survey; empty where the tenant has no such. */
    public Uni<Optional<Asked>> find(String tenant, UUID survey) {
        return transactions.run(() -> surveys.find(tenant, survey)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : surveys.versions(tenant, survey).map(versions -> Optional.of(asked(found.get(), versions)))));
    }

    private static Asked asked(Survey survey, List<PublishedVersion> versions) {
        Map<Integer, Definition> definitions = new TreeMap<>();
        versions.forEach(version -> definitions.put(version.version(), version.definition()));
        if (versions.isEmpty()) {
            definitions.put(0, survey.definition());
        }
        return new Asked(survey.definition().name(), !versions.isEmpty(), definitions);
    }
}
