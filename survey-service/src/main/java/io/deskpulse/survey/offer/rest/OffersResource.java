package io.deskpulse.survey.offer.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.moment.rest.TellsItsMoment;
import io.deskpulse.survey.offer.MakeOffer;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.OfferAccess;
import io.deskpulse.survey.offer.Offered;
import io.deskpulse.survey.offer.OpenOffers;
import io.deskpulse.survey.ratelimit.rest.LimitedByAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Offers surveys over HTTP. */
@Path("/v1/offers")
@Tag(name = "Offers", description = "Surveys offered to customers; for chat widgets")
@RolesAllowed(Scopes.SURVEY_ANSWER)
@LimitedByAddress
@TellsItsMoment
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class OffersResource {
    private final MakeOffer makeOffer;
    private final OpenOffers openOffers;
    private final Caller caller;

    OffersResource(MakeOffer makeOffer, OpenOffers openOffers, Caller caller) {
        this.makeOffer = makeOffer;
        this.openOffers = openOffers;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "offerSurvey",
            summary = "Offer a survey",
            description =
                    "At most once in a conversation: whoever lost the answer finds the offer under /v1/offers/pending.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "after a chat",
                                            value =
                                                    """
                                                    {"trigger": "after-chat", "conversation": "c-1", "customer": "k-7",
                                                     "channel": "web", "language": "zh-CN"}""")))
    @APIResponse(ref = "#/components/responses/Offer", responseCode = "201")
    @APIResponse(ref = "#/components/responses/NoOffer", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<Response> offer(byte[] body) {
        String tenant = caller.tenant();
        OfferRequest request = OfferRequest.read(body);
        return makeOffer
                .make(tenant, request.wanted(), request.context(), Means.WIDGET)
                .map(OffersResource::answer);
    }

    @GET
    @Path("/pending")
    @Operation(operationId = "pendingOffers", summary = "Offers of a conversation that can still be answered")
    @APIResponse(responseCode = "200", description = "At most 20, the oldest first")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<ObjectNode> pending(@QueryParam("conversation") String conversation) {
        String tenant = caller.tenant();
        if (conversation == null || conversation.isEmpty()) {
            throw Problem.invalidParameter("conversation", "missing; give the id of a conversation")
                    .toException();
        }
        return openOffers.pending(tenant, conversation).map(OfferJson::pending);
    }

    @POST
    @Path("/{offer:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}/shown")
    @Operation(operationId = "offerShown", summary = "Tell that the customer has seen it; the first time counts")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(ref = "#/components/responses/UnknownOffer", responseCode = "404")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> shown(@PathParam("offer") UUID offer, @HeaderParam(OfferProblems.TOKEN) String token) {
        return openOffers.shown(new OfferAccess(caller.tenant(), offer, token)).map(noted -> switch (noted) {
            case DONE -> Response.noContent().build();
            case UNKNOWN -> throw OfferProblems.unknown();
            case EXPIRED -> throw OfferProblems.expired();
        });
    }

    private static Response answer(Offered offered) {
        if (offered instanceof Offered.Made made) {
            return Response.status(Response.Status.CREATED)
                    .entity(OfferJson.made(made))
                    .build();
        }
        if (offered instanceof Offered.Declined declined) {
            return Response.ok(OfferJson.declined(declined)).build();
        }
        throw Problem.notFound("This tenant has no such survey.").toException();
    }
}
