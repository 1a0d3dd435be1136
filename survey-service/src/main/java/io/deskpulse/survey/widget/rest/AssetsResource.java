package io.deskpulse.survey.widget.rest;

import io.deskpulse.survey.widget.Asset;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Serves the widget to pages of any origin, compressed already. Browsers ask again after ten minutes, so that a new version reaches
 * every page soon, and use the old one meanwhile.
 */
@Path("/")
@PermitAll
@NonBlocking
@Tag(name = "Widget", description = "The script that asks customers in web pages")
class AssetsResource {
    private static final String CACHING = "public, max-age=600, stale-while-revalidate=86400";

    private final Asset script = Asset.load("deskpulse.js");
    private final Asset styles = Asset.load("page.css");

    @GET
    @Path("/deskpulse.js")
    @Operation(operationId = "widget", summary = "The widget; see docs/guides/widget.md")
    @APIResponse(responseCode = "200", description = "A script")
    @APIResponse(responseCode = "304", description = "It has not changed")
    public Response script(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings, @Context Request request) {
        return serve(script, "text/javascript;charset=utf-8", encodings, request);
    }

    @GET
    @Path("/deskpulse-page.css")
    @Operation(operationId = "pageStyles", summary = "How the page behind a link looks")
    @APIResponse(responseCode = "200", description = "A style sheet")
    @APIResponse(responseCode = "304", description = "It has not changed")
    public Response styles(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings, @Context Request request) {
        return serve(styles, "text/css;charset=utf-8", encodings, request);
    }

    private static Response serve(Asset asset, String type, String encodings, Request request) {
        boolean gzip = encodings != null && encodings.contains("gzip");
        // A compressed form is another representation, and has a tag of its own.
        EntityTag tag = new EntityTag(gzip ? asset.tag() + "-gzip" : asset.tag());
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(gzip ? asset.gzipped() : asset.plain(), type).tag(tag);
            if (gzip) {
                answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
