package io.deskpulse.survey.result;

import io.deskpulse.survey.definition.Definition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what came of surveys. Thread-safe. */
@ApplicationScoped
public class SurveyResults {
    private final AskedSurveys surveys;
    private final Tallies tallies;

    SurveyResults(AskedSurveys surveys, Tallies tallies) {
        this.surveys = surveys;
        this.tallies = tallies;
    }

    /** What came of these offers; empty where there is no such survey. A survey that nobody was offered has zeros. */
    public Uni<Optional<Results>> of(Selection selection) {
        return surveys.find(selection.tenant(), selection.survey())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : of(selection, found.get()).map(Optional::of));
    }

    private Uni<Results> of(Selection selection, AskedSurveys.Asked survey) {
        AskedQuestions asked = survey.questions();
        Uni<Tally> counted = survey.published()
                ? tallies.count(selection, branches(selection, survey.versions()))
                : Uni.createFrom().item(Tally.NOTHING);
        return counted.map(tally -> new Evaluation(selection, asked, tally).results());
    }

    private static List<Tallies.Branch> branches(Selection selection, Map<Integer, Definition> versions) {
        return versions.entrySet().stream()
                .filter(version -> selection.covers(version.getKey()))
                .flatMap(version -> version.getValue().questions().stream()
                        .flatMap(question -> question.asked().showIf().stream()
                                .map(showIf -> new Tallies.Branch(version.getKey(), question.id(), showIf))))
                .toList();
    }
}
