package io.deskpulse.alerting.route.rest;

import io.deskpulse.alerting.oncall.Directory;
import io.deskpulse.alerting.route.ManageRouting;
import io.deskpulse.alerting.route.Routings;
import io.deskpulse.alerting.route.document.RoutingReader;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.json.StoredDocument;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** The routing of a tenant over HTTP: one document, replaced as a whole. */
@Path("/v1/routing")
@Tag(name = "Routing", description = "Who is told of which alerts, when, and when not")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class RoutingResource {
    private static final String STANDARD =
            """
            {"route": {"receiver": "default", "groupBy": ["alertname"], "groupWait": "10s", "groupInterval": "1m",
              "repeatInterval": "4h"}}""";

    private static final String EXAMPLE =
            """
            {"route": {"receiver": "default", "groupBy": ["alertname"], "routes": [
                {"matchers": ["severity=\\"critical\\""], "policy": "support", "groupWait": "0s"},
                {"matchers": ["queue=~\\"sales|vip\\""], "receiver": "sales-chat", "muteTimeIntervals": ["night"]}]},
             "inhibitRules": [
                {"sourceMatchers": ["severity=critical"], "targetMatchers": ["severity=warning"], "equal": ["queue"]}],
             "timeIntervals": [{"name": "night", "intervals": [
                {"times": [{"startTime": "22:00", "endTime": "24:00"}, {"startTime": "00:00", "endTime": "06:00"}],
                 "location": "Europe/Berlin"}]}]}""";

    private final ManageRouting routing;
    private final Directory directory;
    private final Caller caller;

    RoutingResource(ManageRouting routing, Directory directory, Caller caller) {
        this.routing = routing;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getRouting",
            summary = "The routing; what holds by default, as version 0, where the tenant has none")
    @APIResponse(responseCode = "200", description = "The document; its version is the ETag")
    public Response get() {
        return ok(routing.written(caller.tenant()).orElse(new Routings.Written(0, STANDARD)));
    }

    @PUT
    @Operation(
            operationId = "putRouting",
            summary = "Replace the routing",
            description =
                    "Alerts that fire go to where the new routing has them at once. Whoever was told of one hears of its end."
                            + " Every version is kept.")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "routing", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The new version")
    @APIResponse(responseCode = "400", description = "It cannot be used; `pointer` says where")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response put(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String tenant = caller.tenant();
        long seen = RevisionProblems.seen(ifMatch);
        RoutingReader.read(Members.of(body), seen + 1, directory.of(tenant));
        String json = StoredDocument.without(body, "version");
        if (!routing.write(tenant, seen, json, caller.tokenId().orElse("unknown"))) {
            throw RevisionProblems.changed(
                    routing.written(tenant).map(Routings.Written::version).orElse(0L));
        }
        return ok(new Routings.Written(seen + 1, json));
    }

    private static Response ok(Routings.Written written) {
        return Response.ok(StoredDocument.read(written.json()).put("version", written.version()))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(written.version()))
                .build();
    }
}
