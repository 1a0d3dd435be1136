package io.deskpulse.survey.answer.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.survey.answer.Taken;
import io.deskpulse.survey.offer.rest.OfferProblems;

/** Why an answer was not kept, or an offer not finished. */
public final class AnswerProblems {
    private AnswerProblems() {}

    public static ProblemException of(Taken taken) {
        if (taken instanceof Taken.UnknownOffer) {
            return OfferProblems.unknown();
        }
        if (taken instanceof Taken.Expired) {
            return OfferProblems.expired();
        }
        if (taken instanceof Taken.UnknownQuestion) {
            return Problem.notFound("The survey of this offer has no such question.")
                    .toException();
        }
        if (taken instanceof Taken.Invalid invalid) {
            return Problem.of(
                            "invalid-answer",
                            400,
                            "Invalid answer",
                            invalid.fault().detail())
                    .with("pointer", invalid.fault().pointer())
                    .toException();
        }
        return refused(taken).toException();
    }

    private static Problem refused(Taken taken) {
        if (taken instanceof Taken.Missing missing) {
            return Problem.of(
                            "answers-missing",
                            409,
                            "Answers missing",
                            "Required questions are not answered yet: see questions.")
                    .with("questions", missing.questions());
        }
        return taken instanceof Taken.Hidden
                ? Problem.of(
                        "question-hidden",
                        409,
                        "Question hidden",
                        "The question is not asked after these answers; see its showIf.")
                : Problem.of(
                        "offer-finished",
                        409,
                        "Offer finished",
                        "The offer was finished; its answers stay as they are.");
    }
}
