package io.deskpulse.survey.delivery.rest;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.delivery.Unsubscribe;
import io.deskpulse.survey.page.Notice;
import io.deskpulse.survey.page.Notices;
import io.deskpulse.survey.page.Page;
import io.deskpulse.survey.page.Tongue;
import io.deskpulse.survey.page.rest.Unkept;
import io.deskpulse.survey.ratelimit.rest.LimitedByAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people say that they want no more messages: by the button of a page, or of their mail program (RFC 8058). */
@Path("/u/{token}")
@Tag(name = "Links")
@PermitAll
@LimitedByAddress
@Unkept
@NonBlocking
class UnsubscribeResource {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Unsubscribe unsubscribe;
    private final Notices notices;

    UnsubscribeResource(Unsubscribe unsubscribe, Notices notices) {
        this.unsubscribe = unsubscribe;
        this.notices = notices;
    }

    @GET
    @Produces(HTML)
    @Operation(operationId = "unsubscribePage", summary = "A page with a button; writes nothing")
    @APIResponse(responseCode = "200", description = "A page that asks")
    @APIResponse(responseCode = "404", description = "A page: the link is not one of ours or not whole")
    public Response ask(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Tongue tongue = Tongue.preferred(acceptLanguage);
        return unsubscribe.possible(token)
                ? html(200, notices.ask(Notice.UNSUBSCRIBE, tongue == Tongue.ZH_CN ? "不再询问" : "Stop asking", tongue))
                : html(404, notices.tell(Notice.CHANGED, tongue));
    }

    /** Whatever the form says: mail programs send {@code List-Unsubscribe=One-Click}, the page sends nothing. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(HTML)
    @Operation(operationId = "unsubscribe", summary = "Send this person nothing more by these means (RFC 8058)")
    @APIResponse(responseCode = "200", description = "A page: it is noted, now or before")
    @APIResponse(responseCode = "404", description = "A page: the link is not one of ours or not whole")
    @APIResponse(ref = "#/components/responses/RateLimited", responseCode = "429")
    public Uni<Response> stop(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Tongue tongue = Tongue.preferred(acceptLanguage);
        return unsubscribe
                .now(token)
                .map(done -> done
                        ? html(200, notices.tell(Notice.UNSUBSCRIBED, tongue))
                        : html(404, notices.tell(Notice.CHANGED, tongue)))
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(() -> html(503, notices.tell(Notice.UNAVAILABLE, tongue)));
    }

    private static Response html(int status, Page page) {
        return Response.status(status).type(HTML).entity(page).build();
    }
}
