package io.deskpulse.alerting.oncall.rest;

import io.deskpulse.alerting.oncall.Documents.Document;
import io.deskpulse.alerting.oncall.ManageOnCall.Result;
import io.deskpulse.kit.json.StoredDocument;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.kit.problem.RevisionProblems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What requests about schedules and policies are answered. */
final class OnCallProblems {
    private OnCallProblems() {}

    static ProblemException unknown(String kind) {
        return Problem.notFound("This tenant has no such " + kind + ".").toException();
    }

    static Document done(Result result, String kind) {
        if (result instanceof Result.Done done) {
            return done.document();
        }
        if (result instanceof Result.Changed changed) {
            throw RevisionProblems.changed(changed.revision());
        }
        if (result instanceof Result.InUse use) {
            throw Problem.of("in-use", 409, "In use", "It is named by " + use.by() + "; change that first.")
                    .toException();
        }
        throw unknown(kind);
    }

    /** The revision that a caller has seen; none where it means to make one. */
    static long seen(String ifMatch, String ifNoneMatch) {
        return "*".equals(ifNoneMatch) ? 0 : RevisionProblems.seen(ifMatch);
    }

    static Response ok(Document document, boolean made) {
        return Response.status(made ? Response.Status.CREATED : Response.Status.OK)
                .entity(StoredDocument.read(document.json())
                        .put("id", document.id())
                        .put("revision", document.revision()))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(document.revision()))
                .build();
    }
}
