package io.deskpulse.survey.definition.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.kit.problem.RevisionProblems;
import io.deskpulse.survey.definition.Change;
import io.deskpulse.survey.definition.Survey;

/** What became of a change, as an answer. */
final class Changes {
    private Changes() {}

    /** The survey as it stands now, or the problem that says why it was not changed. */
    static Survey made(Change change) {
        if (change instanceof Change.Made made) {
            return made.survey();
        }
        throw problem(change);
    }

    static ProblemException notFound() {
        return Problem.notFound("This tenant has no such survey; GET /v1/surveys lists those it has.")
                .toException();
    }

    private static ProblemException problem(Change change) {
        if (change instanceof Change.Stale stale) {
            return RevisionProblems.changed(stale.revision());
        }
        if (change instanceof Change.Published) {
            return Problem.of(
                            "survey-published",
                            409,
                            "Survey published",
                            "The survey was published, and answers may refer to it; archive it instead.")
                    .toException();
        }
        if (change instanceof Change.TriggerTaken) {
            return Problem.of(
                            "trigger-taken",
                            409,
                            "Trigger taken",
                            "Another published survey has this trigger; archive that one first, or choose another trigger.")
                    .with("pointer", "/definition/trigger")
                    .toException();
        }
        return notFound();
    }
}
