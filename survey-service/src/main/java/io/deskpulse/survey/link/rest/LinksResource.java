package io.deskpulse.survey.link.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.contact.KeepContacts;
import io.deskpulse.survey.contact.rest.ContactProblems;
import io.deskpulse.survey.link.Links;
import io.deskpulse.survey.offer.MakeOffer;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offered;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes links over HTTP. */
@Path("/v1/links")
@Tag(name = "Links", description = "Offers that are answered by whoever has their link")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class LinksResource {
    private final MakeOffer makeOffer;
    private final Links links;
    private final KeepContacts contacts;
    private final Caller caller;

    LinksResource(MakeOffer makeOffer, Links links, KeepContacts contacts, Caller caller) {
        this.makeOffer = makeOffer;
        this.links = links;
        this.contacts = contacts;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "makeLink",
            summary = "Offer a survey by a link",
            description =
                    "Whoever has the link may answer, once: pass it to the customer and to nobody else. With send, we bring it to the customer ourselves, by e-mail or SMS; the address is the one of the customer's contact, or becomes it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "to be passed on",
                                        value =
                                                """
                                                {"trigger": "after-chat", "conversation": "c-1", "customer": "k-7",
                                                 "language": "zh-CN"}"""),
                                @ExampleObject(
                                        name = "to be sent",
                                        value =
                                                """
                                                {"trigger": "after-chat", "conversation": "c-1", "customer": "k-7",
                                                 "language": "zh-CN", "send": {"by": "email", "to": "li@example.com"}}""")
                            }))
    @APIResponse(ref = "#/components/responses/Link", responseCode = "201")
    @APIResponse(ref = "#/components/responses/NoOffer", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    @APIResponse(ref = "#/components/responses/LinksNotConfigured", responseCode = "503")
    public Uni<Response> make(byte[] body) {
        String tenant = caller.tenant();
        LinkRequest request = LinkRequest.read(body);
        if (!links.ready()) {
            throw LinkProblems.notConfigured();
        }
        return keep(tenant, request)
                .chain(() -> makeOffer.make(
                        tenant, request.offer().wanted(), request.offer().context(), request.means()))
                .map(this::answer);
    }

    /** An address that comes with the request becomes the customer's. */
    private Uni<?> keep(String tenant, LinkRequest request) {
        if (request.to().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!contacts.ready()) {
            throw ContactProblems.notConfigured();
        }
        return contacts.put(
                tenant, request.offer().context().customer(), request.to().get());
    }

    private Response answer(Offered offered) {
        if (offered instanceof Offered.Made made) {
            Offer offer = made.offer();
            boolean passedOn = offer.circumstances().means() == Means.LINK;
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(passedOn ? LinkJson.made(offer, links.of(offer)) : LinkJson.sent(offer))
                    .build();
        }
        if (offered instanceof Offered.Declined declined) {
            return Response.ok(LinkJson.declined(declined)).build();
        }
        throw Problem.notFound("This tenant has no such survey.").toException();
    }
}
