package io.deskpulse.survey.offer.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.offer.Asking;
import io.deskpulse.survey.offer.ExplainOffers;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says over HTTP whether somebody would be asked. */
@Path("/v1/offers:explain")
@Tag(name = "Explanations", description = "Why somebody was asked, or not; for those who manage surveys")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class OutlookResource {
    private static final Set<String> MEMBERS =
            Stream.concat(OfferRequest.members().stream(), Stream.of("ask")).collect(Collectors.toUnmodifiableSet());

    private final ExplainOffers explainOffers;
    private final Caller caller;

    OutlookResource(ExplainOffers explainOffers, Caller caller) {
        this.explainOffers = explainOffers;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "explainOffer",
            summary = "What would come of a request for an offer now",
            description =
                    "Takes what POST /v1/offers takes, and ask: close, request or link (the survey's own where it is left out). Writes nothing, and counts as no request.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "why not asked",
                                            value =
                                                    """
                                                    {"trigger": "after-chat", "conversation": "c-1", "customer": "k-7",
                                                     "ask": "close"}""")))
    @APIResponse(ref = "#/components/responses/OfferOutlook", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    public Uni<ObjectNode> explain(byte[] body) {
        return explainOffers.outlook(asking(caller.tenant(), body)).map(found -> found.map(ExplanationJson::outlook)
                .orElseThrow(() -> Problem.notFound(
                                "This tenant has no such survey, and none is published under such a trigger.")
                        .toException()));
    }

    private static Asking asking(String tenant, byte[] body) {
        Members members = Members.of(body).only(MEMBERS);
        OfferRequest request = OfferRequest.read(members);
        Policy.Ask ask = members.oneOf("ask", Policy.Ask.BY_WIRE).orElse(null);
        return new Asking(tenant, request.wanted(), request.context(), ask, null, null);
    }
}
