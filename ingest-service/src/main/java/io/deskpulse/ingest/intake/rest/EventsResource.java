package io.deskpulse.ingest.intake.rest;

import io.deskpulse.ingest.intake.Intake;
import io.deskpulse.ingest.intake.Outcome;
import io.deskpulse.ingest.intake.Submission;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/events}: events over HTTP, in every mode of docs/reference/events.md. */
@Path("/v1")
@Tag(name = "Events")
@RolesAllowed(Scopes.INGEST_WRITE)
class EventsResource {
    /** Up to here a body is looked at on the event loop, in about a millisecond; larger ones go to a worker. */
    private static final int SMALL = 128 * 1024;

    private final Intake intake;
    private final Caller caller;
    private final Clock clock;

    EventsResource(Intake intake, Caller caller, Clock clock) {
        this.intake = intake;
        this.caller = caller;
        this.clock = clock;
    }

    @Operation(
            summary = "Send events",
            description =
                    "Answers when what is accepted is safely stored. The same source and id again is counted once, so a request may always be sent again.")
    @POST
    @Path("/events")
    public Uni<Response> send(byte[] body, @Context HttpHeaders headers) {
        return answer(body, headers, intake::take);
    }

    @Operation(summary = "Check events", description = "Answers what sending would answer, and stores nothing.")
    @POST
    @Path("/events:validate")
    public Uni<Response> validate(byte[] body, @Context HttpHeaders headers) {
        return answer(body, headers, intake::validate);
    }

    private Uni<Response> answer(byte[] body, HttpHeaders headers, Function<Submission, Uni<Outcome>> use) {
        String tenant = caller.tenant();
        Function<String, String> header = headers::getHeaderString;
        Supplier<Uni<? extends Outcome>> work = () -> use.apply(Body.submission(tenant, body, header, clock.millis()));
        boolean small = body == null || body.length <= SMALL && header.apply(HttpHeaders.CONTENT_ENCODING) == null;
        if (small) {
            return work.get().map(Answers::of);
        }
        return Uni.createFrom()
                .<Outcome>deferred(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(Answers::of);
    }
}
