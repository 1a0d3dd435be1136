package io.deskpulse.survey.answer.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.survey.answer.Taken;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What is answered to whom answered. */
public final class AnswerResponses {
    private AnswerResponses() {}

    /** Throws the problem of what was not taken. */
    public static Response of(Taken taken) {
        if (taken instanceof Taken.Kept) {
            return Response.noContent().build();
        }
        if (taken instanceof Taken.Ended ended) {
            return ended.code().map(AnswerResponses::rewarded).orElseGet(() -> Response.noContent()
                    .build());
        }
        throw AnswerProblems.of(taken);
    }

    private static Response rewarded(String code) {
        return Response.ok(JsonNodeFactory.instance.objectNode().put("code", code))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
