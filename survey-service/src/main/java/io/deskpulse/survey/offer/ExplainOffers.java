package io.deskpulse.survey.offer;

import io.deskpulse.survey.policy.Verdict;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says why somebody was asked or not, and whether somebody would be. Writes nothing. Thread-safe. */
@ApplicationScoped
public class ExplainOffers {
    private final Cases cases;
    private final Decisions decisions;
    private final Transactions transactions;

    ExplainOffers(Cases cases, Decisions decisions, Transactions transactions) {
        this.cases = cases;
        this.decisions = decisions;
        this.transactions = transactions;
    }

    /**
     * Whether somebody would be asked now.
     *
     * @param survey that the wish leads to
     * @param circumstances of the offer, were it made; empty where the survey is not published
     * @param earlier why surveys were not offered before, to the same conversation or person
     */
    public record Outlook(
            UUID survey,
            Context context,
            String ask,
            Optional<Circumstances> circumstances,
            Verdict verdict,
            List<Decision> earlier) {}

    /** How an offer came about; empty where the tenant has no such offer. */
    public Uni<Optional<Explanation>> explain(String tenant, UUID offer) {
        return transactions.run(() -> decisions.explanation(tenant, offer));
    }

    /** What would come of a wish now; empty where it leads to no survey. */
    public Uni<Optional<Outlook>> outlook(Asking asking) {
        return transactions.run(() -> cases.of(asking, false)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Outlook>empty())
                        : outlook(found.get()).map(Optional::of)));
    }

    private Uni<Outlook> outlook(Case found) {
        return decisions
                .of(
                        found.tenant(),
                        found.context().conversation(),
                        found.context().customer())
                .map(earlier -> new Outlook(
                        found.situation().survey(),
                        found.context(),
                        found.ask().wire(),
                        found.version().map(unused -> found.circumstances()),
                        found.verdict(),
                        earlier));
    }
}
