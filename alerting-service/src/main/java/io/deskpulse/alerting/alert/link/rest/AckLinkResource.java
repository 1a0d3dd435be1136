package io.deskpulse.alerting.alert.link.rest;

import io.deskpulse.alerting.alert.link.AckNotice;
import io.deskpulse.alerting.alert.link.AckPages;
import io.deskpulse.alerting.alert.link.AckPages.Page;
import io.deskpulse.alerting.alert.link.SignedLinks;
import io.deskpulse.alerting.alert.link.SignedLinks.Destination;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where people and chat platforms acknowledge who have no token of the API: the address is the secret. Opening it writes nothing, however often: mail scanners
 * open links too.
 */
@Path("/a/{token}")
@Tag(name = "Links", description = "Signed links, as they stand in what receivers are sent")
@PermitAll
@Blocking
class AckLinkResource {
    private static final String HTML = "text/html;charset=UTF-8";

    private final SignedLinks links;
    private final AckPages pages;

    AckLinkResource(SignedLinks links, AckPages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GET
    @Produces(HTML)
    @Operation(operationId = "openAckLink", summary = "A page with a button; writes nothing")
    @APIResponse(responseCode = "200", description = "A page: it can be acknowledged, or was")
    @APIResponse(responseCode = "404", description = "A page: the link is not one of ours or not whole")
    @APIResponse(responseCode = "410", description = "A page: the episode is over, or the link too old")
    public Response look(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        return page(() -> links.look(token), acceptLanguage);
    }

    /** Whatever the body says: the page sends none, chat platforms send what they have. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(HTML)
    @Operation(operationId = "followAckLink", summary = "Acknowledge; a second time changes nothing")
    @APIResponse(responseCode = "200", description = "A page: it is acknowledged, now or before")
    @APIResponse(responseCode = "404", description = "A page: the link is not one of ours or not whole")
    @APIResponse(responseCode = "410", description = "A page: the episode is over, or the link too old")
    public Response acknowledge(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        return page(() -> links.acknowledge(token), acceptLanguage);
    }

    private Response page(Supplier<Destination> destination, String acceptLanguage) {
        try {
            return page(destination.get(), acceptLanguage);
        } catch (StoreUnavailable e) {
            return html(503, pages.tell(AckNotice.UNAVAILABLE, acceptLanguage));
        }
    }

    private Response page(Destination destination, String acceptLanguage) {
        if (destination instanceof Destination.Open open) {
            return html(200, pages.ask(open.alert(), acceptLanguage));
        }
        if (destination instanceof Destination.Acknowledged) {
            return html(200, pages.tell(AckNotice.ACKNOWLEDGED, acceptLanguage));
        }
        return destination instanceof Destination.Over
                ? html(410, pages.tell(AckNotice.OVER, acceptLanguage))
                : html(404, pages.tell(AckNotice.CHANGED, acceptLanguage));
    }

    /** The address is a secret: what it answers is neither kept, nor indexed, nor told to other sites. */
    private static Response html(int status, Page page) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(page.html())
                .build();
    }
}
