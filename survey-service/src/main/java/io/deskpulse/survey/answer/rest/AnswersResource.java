package io.deskpulse.survey.answer.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.survey.answer.TakeAnswers;
import io.deskpulse.survey.definition.document.AnswerReader;
import io.deskpulse.survey.moment.rest.TellsItsMoment;
import io.deskpulse.survey.offer.OfferAccess;
import io.deskpulse.survey.offer.rest.OfferProblems;
import io.deskpulse.survey.ratelimit.rest.LimitedByAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes answers over HTTP. */
@Path("/v1/offers/{offer:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}")
@Tag(name = "Answers", description = "What customers answer; saved one by one, and changeable until finished")
@RolesAllowed(Scopes.SURVEY_ANSWER)
@LimitedByAddress
@TellsItsMoment
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class AnswersResource {
    private final TakeAnswers takeAnswers;
    private final Caller caller;

    AnswersResource(TakeAnswers takeAnswers, Caller caller) {
        this.takeAnswers = takeAnswers;
        this.caller = caller;
    }

    @PUT
    @Path("/answers/{question}")
    @Operation(
            operationId = "answer",
            summary = "Answer a question, or change the answer",
            description =
                    "The same answer again changes nothing. A change that hides later questions takes their answers back.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "csat, nps, ces",
                                        value = "{\"value\": 4, \"comment\": \"Quick and friendly\"}"),
                                @ExampleObject(
                                        name = "rating",
                                        value = "{\"values\": {\"speed\": 5, \"attitude\": 4}}"),
                                @ExampleObject(name = "choice", value = "{\"options\": [\"slow\"]}"),
                                @ExampleObject(name = "text", value = "{\"text\": \"The bot did not understand me.\"}")
                            }))
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(ref = "#/components/responses/InvalidAnswer", responseCode = "400")
    @APIResponse(ref = "#/components/responses/UnknownOffer", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<Response> answer(
            @PathParam("offer") UUID offer,
            @PathParam("question") String question,
            @HeaderParam(OfferProblems.TOKEN) String token,
            byte[] body) {
        OfferAccess access = access(offer, token);
        return takeAnswers.answer(access, question, AnswerReader.read(body)).map(AnswerResponses::of);
    }

    @DELETE
    @Path("/answers/{question}")
    @Operation(operationId = "withdrawAnswer", summary = "Take an answer back, as though it had never been given")
    @APIResponse(responseCode = "204", description = "There is no answer")
    @APIResponse(ref = "#/components/responses/UnknownOffer", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> withdraw(
            @PathParam("offer") UUID offer,
            @PathParam("question") String question,
            @HeaderParam(OfferProblems.TOKEN) String token) {
        return takeAnswers.withdraw(access(offer, token), question).map(AnswerResponses::of);
    }

    @POST
    @Path("/finish")
    @Operation(operationId = "finishOffer", summary = "End the offer; its answers stay as they are from now on")
    @APIResponse(ref = "#/components/responses/Incentive", responseCode = "200")
    @APIResponse(responseCode = "204", description = "It has ended, now or before, and there is no code")
    @APIResponse(ref = "#/components/responses/UnknownOffer", responseCode = "404")
    @APIResponse(ref = "#/components/responses/AnswerRefused", responseCode = "409")
    @APIResponse(ref = "#/components/responses/OfferExpired", responseCode = "410")
    public Uni<Response> finish(@PathParam("offer") UUID offer, @HeaderParam(OfferProblems.TOKEN) String token) {
        return takeAnswers.finish(access(offer, token)).map(AnswerResponses::of);
    }

    private OfferAccess access(UUID offer, String token) {
        return new OfferAccess(caller.tenant(), offer, token);
    }
}
