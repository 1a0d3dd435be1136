package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.policy.Eligibility;
import io.deskpulse.survey.policy.LotsOfSurveys;
import io.deskpulse.survey.policy.Reasons;
import io.deskpulse.survey.policy.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Says which surveys are to be asked about a closed episode, and when. Thread-safe. */
@ApplicationScoped
public class AskOnClose {
    private final Cases cases;
    private final LotsOfSurveys lots;
    private final Decisions decisions;

    AskOnClose(Cases cases, LotsOfSurveys lots, Decisions decisions) {
        this.cases = cases;
        this.lots = lots;
        this.decisions = decisions;
    }

    /** A closed episode, and a survey that is asked on close. */
    public record Closed(Episode episode, PublishedVersion version) {}

    /** An offer that is to be made, if then it may be. */
    public record Due(Episode episode, UUID survey, Instant at) {}

    /** Those that are to be made; keeps why the others are not. Belongs to the current transaction. */
    public Uni<List<Due>> due(List<Closed> closed) {
        return lots.get().chain(drawing -> {
            List<Due> due = new ArrayList<>();
            List<Decision> declined = new ArrayList<>();
            for (Closed each : closed) {
                Case found = cases.atClose(each.episode(), each.version(), drawing);
                Verdict verdict = Eligibility.ofTheCase(found.situation());
                if (verdict.failure().isEmpty()) {
                    due.add(new Due(
                            each.episode(),
                            each.version().survey(),
                            found.situation().due().orElseThrow().at()));
                } else if (!verdict.failure().get().reason().equals(Reasons.TOO_LATE)) {
                    // Whoever replays a year reads so much of itself that nothing is kept about it.
                    declined.add(found.declined(found.verdict()));
                }
            }
            return (declined.isEmpty() ? Uni.createFrom().voidItem() : decisions.keep(declined)).replaceWith(due);
        });
    }
}
