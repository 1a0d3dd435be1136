package io.deskpulse.survey.incentive;

import io.deskpulse.survey.definition.Surveys;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Fills the pool of codes of a survey, and tells how far it goes. Thread-safe. */
@ApplicationScoped
public class StockCodes {
    private final Surveys surveys;
    private final Incentives incentives;
    private final Transactions transactions;

    /**
     * What became of codes that were to be added.
     *
     * @param duplicateLines those that were there already or stood earlier in the same list, from 1
     */
    public record Stocked(int added, List<Integer> duplicateLines, Incentives.Count count) {}

    StockCodes(Surveys surveys, Incentives incentives, Transactions transactions) {
        this.surveys = surveys;
        this.incentives = incentives;
        this.transactions = transactions;
    }

    /** Adds codes; empty where the tenant has no such survey. The same again adds nothing. */
    public Uni<Optional<Stocked>> add(String tenant, UUID survey, Codes codes) {
        return of(tenant, survey, () -> incentives.add(survey, codes.texts()).chain(added -> incentives
                .count(survey)
                .map(count -> new Stocked(added.size(), duplicates(codes, added), count))));
    }

    public Uni<Optional<Incentives.Count>> count(String tenant, UUID survey) {
        return of(tenant, survey, () -> incentives.count(survey));
    }

    /** Forgets the codes that were not given; says how many these were. */
    public Uni<Optional<Integer>> withdraw(String tenant, UUID survey) {
        return of(tenant, survey, () -> incentives.withdraw(survey));
    }

    private <T> Uni<Optional<T>> of(String tenant, UUID survey, Supplier<Uni<T>> work) {
        return transactions.run(() -> surveys.standing(tenant, survey)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : work.get().map(Optional::of)));
    }

    private static List<Integer> duplicates(Codes codes, Set<String> added) {
        Set<String> first = new HashSet<>(added);
        List<Integer> lines = new ArrayList<>();
        for (Codes.Code code : codes.all()) {
            if (!first.remove(code.text())) {
                lines.add(code.line());
            }
        }
        return lines;
    }
}
