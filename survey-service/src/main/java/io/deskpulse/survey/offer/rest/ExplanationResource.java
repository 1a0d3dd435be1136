package io.deskpulse.survey.offer.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.offer.ExplainOffers;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explains over HTTP how offers came about. */
@Path("/v1/offers/{offer:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}/explanation")
@Tag(name = "Explanations", description = "Why somebody was asked, or not; for those who manage surveys")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class ExplanationResource {
    private final ExplainOffers explainOffers;
    private final Caller caller;

    ExplanationResource(ExplainOffers explainOffers, Caller caller) {
        this.explainOffers = explainOffers;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "offerExplanation", summary = "How an offer came about: what each check found, then")
    @APIResponse(ref = "#/components/responses/OfferExplanation", responseCode = "200")
    public Uni<ObjectNode> explanation(@PathParam("offer") UUID offer) {
        return explainOffers.explain(caller.tenant(), offer).map(found -> found.map(ExplanationJson::made)
                .orElseThrow(
                        () -> Problem.notFound("This tenant has no such offer.").toException()));
    }
}
