package io.deskpulse.survey.link.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.answer.TakeAnswers;
import io.deskpulse.survey.answer.rest.AnswerResponses;
import io.deskpulse.survey.definition.document.AnswerReader;
import io.deskpulse.survey.link.Link;
import io.deskpulse.survey.link.Links;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.OfferAccess;
import io.deskpulse.survey.offer.OpenOffers;
import io.deskpulse.survey.offer.rest.OfferProblems;
import io.deskpulse.survey.page.rest.Unkept;
import io.deskpulse.survey.ratelimit.rest.LimitedByAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page behind a link does: the same as widgets do under /v1/offers, with the link in place of all tokens. */
@Path("/s/{token}")
@Tag(name = "Links")
@PermitAll
@LimitedByAddress
@Unkept
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class LinkAnswersResource {
    private final Links links;
    private final OpenOffers openOffers;
    private final TakeAnswers takeAnswers;

    LinkAnswersResource(Links links, OpenOffers openOffers, TakeAnswers takeAnswers) {
        this.links = links;
        this.openOffers = openOffers;
        this.takeAnswers = takeAnswers;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "openLink",
            summary = "Open the offer behind a link",
            description =
                    "As POST /v1/offers answers, without token, and with the answers given so far. The body may be empty, or say in which language: {\"language\": \"zh-CN\"}.")
    @APIResponse(ref = "#/components/responses/OpenedLink", responseCode = "200")
    @APIResponse(ref = "#/components/responses/UnknownLink", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<ObjectNode> open(@PathParam("token") String token, byte[] body) {
        String language = body == null || body.length == 0
                ? null
                : Members.of(body).only(Set.of("language")).text("language").orElse(null);
        return links.follow(token).chain(link -> {
            if (link instanceof Link.Open open) {
                return takeAnswers.standing(open.offer()).map(answers -> LinkJson.opened(open, answers, language));
            }
            throw LinkProblems.of(link);
        });
    }

    @POST
    @Path("/shown")
    @Operation(operationId = "linkShown", summary = "Tell that the customer has seen it; the first time counts")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(ref = "#/components/responses/UnknownLink", responseCode = "404")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> shown(@PathParam("token") String token) {
        return access(token).chain(openOffers::shown).map(noted -> switch (noted) {
            case DONE -> Response.noContent().build();
            case UNKNOWN -> throw OfferProblems.unknown();
            case EXPIRED -> throw OfferProblems.expired();
        });
    }

    @PUT
    @Path("/answers/{question}")
    @Operation(operationId = "answerByLink", summary = "Answer a question, or change the answer")
    @RequestBody(ref = "#/components/requestBodies/Answer")
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(ref = "#/components/responses/InvalidAnswer", responseCode = "400")
    @APIResponse(ref = "#/components/responses/UnknownLink", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> answer(@PathParam("token") String token, @PathParam("question") String question, byte[] body) {
        var answer = AnswerReader.read(body);
        return access(token)
                .chain(access -> takeAnswers.answer(access, question, answer))
                .map(AnswerResponses::of);
    }

    @DELETE
    @Path("/answers/{question}")
    @Operation(operationId = "withdrawAnswerByLink", summary = "Take an answer back, as though it had never been given")
    @APIResponse(responseCode = "204", description = "There is no answer")
    @APIResponse(ref = "#/components/responses/UnknownLink", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> withdraw(@PathParam("token") String token, @PathParam("question") String question) {
        return access(token)
                .chain(access -> takeAnswers.withdraw(access, question))
                .map(AnswerResponses::of);
    }

    @POST
    @Path("/finish")
    @Operation(operationId = "finishLink", summary = "End the offer; its link is used up then")
    @APIResponse(ref = "#/components/responses/Incentive", responseCode = "200")
    @APIResponse(responseCode = "204", description = "It has ended, now or before, and there is no code")
    @APIResponse(ref = "#/components/responses/UnknownLink", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> finish(@PathParam("token") String token) {
        return access(token).chain(takeAnswers::finish).map(AnswerResponses::of);
    }

    /** The same as whoever has the token of the offer; repeating the last steps of one that was finished is no fault. */
    private Uni<OfferAccess> access(String token) {
        return links.follow(token).map(link -> {
            if (link instanceof Link.Open open) {
                return access(open.offer());
            }
            if (link instanceof Link.Used used) {
                return access(used.offer());
            }
            throw LinkProblems.of(link);
        });
    }

    private static OfferAccess access(Offer offer) {
        return new OfferAccess(offer.tenant(), offer.id(), offer.token());
    }
}
