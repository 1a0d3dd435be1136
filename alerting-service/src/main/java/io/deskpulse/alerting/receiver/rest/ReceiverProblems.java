package io.deskpulse.alerting.receiver.rest;

import io.deskpulse.alerting.receiver.ManageReceivers.Result;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.kit.problem.RevisionProblems;

/** What is wrong with requests about receivers. */
final class ReceiverProblems {
    private ReceiverProblems() {}

    static ProblemException unknown() {
        return Problem.notFound("This tenant has no such receiver.").toException();
    }

    static ProblemException of(Result result) {
        if (result instanceof Result.Changed changed) {
            return RevisionProblems.changed(changed.revision());
        }
        if (result instanceof Result.Missing missing) {
            return Problem.invalidBody(
                            "/secrets/" + missing.secret(),
                            "This secret is missing; send it, also when the receiver becomes another kind or moves to another host.")
                    .toException();
        }
        if (result instanceof Result.TooMany many) {
            return Problem.of(
                            "too-many-receivers",
                            409,
                            "Too many receivers",
                            "A tenant may have " + many.most() + " receivers; delete one.")
                    .toException();
        }
        return Problem.unavailable(
                        "Secrets cannot be kept here: whoever runs Deskpulse sets deskpulse.alerting.receivers.keys, and keeps old keys in it.")
                .toException();
    }
}
