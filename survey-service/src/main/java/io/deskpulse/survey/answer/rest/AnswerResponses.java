package io.deskpulse.survey.answer.rest;

import io.deskpulse.survey.answer.Taken;
import jakarta.ws.rs.core.Response;

/** What is answered to whom answered. */
public final class AnswerResponses {
    private AnswerResponses() {}

    /** Throws the problem of what was not taken. */
    public static Response of(Taken taken) {
        if (taken instanceof Taken.Kept) {
            return Response.noContent().build();
        }
        throw AnswerProblems.of(taken);
    }
}
