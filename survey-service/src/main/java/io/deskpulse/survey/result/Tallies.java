package io.deskpulse.survey.result;

import io.deskpulse.survey.definition.ShowIf;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Counts over offers and answers. */
public interface Tallies {
    /**
     * A question that only some see.
     *
     * @param showIf by which earlier answer
     */
    record Branch(int version, String question, ShowIf showIf) {}

    /**
     * Counts everything at one moment.
     *
     * @param branches the questions with a condition
     * @return fails with {@link TooMuch} where it takes too long
     */
    Uni<Tally> count(Selection selection, List<Branch> branches);
}
