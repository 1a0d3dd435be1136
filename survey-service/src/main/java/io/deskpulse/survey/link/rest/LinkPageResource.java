package io.deskpulse.survey.link.rest;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.link.HostedPage;
import io.deskpulse.survey.link.Link;
import io.deskpulse.survey.link.Links;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.page.Notice;
import io.deskpulse.survey.page.Notices;
import io.deskpulse.survey.page.Page;
import io.deskpulse.survey.page.Tongue;
import io.deskpulse.survey.page.rest.Unkept;
import io.deskpulse.survey.ratelimit.rest.LimitedByAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What someone sees who opens a link. Writes nothing, however often it is asked: mail scanners open links too. */
@Path("/s/{token}")
@Tag(name = "Links")
@PermitAll
@LimitedByAddress
@Unkept
@NonBlocking
class LinkPageResource {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Links links;
    private final HostedPage hosted;
    private final Notices notices;

    LinkPageResource(Links links, HostedPage hosted, Notices notices) {
        this.links = links;
        this.hosted = hosted;
        this.notices = notices;
    }

    @GET
    @Produces(HTML)
    @Operation(operationId = "openLinkPage", summary = "The page behind a link; writes nothing")
    @APIResponse(responseCode = "200", description = "A page to answer on")
    @APIResponse(
            responseCode = "404",
            description = "A page: the link is not one of ours or not whole, or its offer is gone")
    @APIResponse(responseCode = "410", description = "A page: the offer was finished or has expired")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<Response> page(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Tongue reader = Tongue.preferred(acceptLanguage);
        return links.follow(token)
                .map(link -> page(link, reader))
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(() -> notice(503, Notice.UNAVAILABLE, reader));
    }

    private Response page(Link link, Tongue reader) {
        if (link instanceof Link.Open open) {
            return html(200, hosted.of(open));
        }
        if (link instanceof Link.Used used) {
            return notice(410, Notice.USED, tongue(used.offer()));
        }
        if (link instanceof Link.Expired expired) {
            return notice(410, Notice.EXPIRED, tongue(expired.offer()));
        }
        return notice(404, link instanceof Link.Unknown ? Notice.UNKNOWN : Notice.CHANGED, reader);
    }

    private static Tongue tongue(Offer offer) {
        return Tongue.of(offer.context().language());
    }

    private Response notice(int status, Notice notice, Tongue tongue) {
        return html(status, notices.tell(notice, tongue));
    }

    private static Response html(int status, Page page) {
        return Response.status(status).type(HTML).entity(page).build();
    }
}
