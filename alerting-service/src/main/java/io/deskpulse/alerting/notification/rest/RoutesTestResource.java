package io.deskpulse.alerting.notification.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.notification.Held;
import io.deskpulse.alerting.notification.TryRoutes;
import io.deskpulse.alerting.oncall.Directory;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Target;
import io.deskpulse.alerting.route.document.RoutingReader;
import io.deskpulse.alerting.rule.document.Durations;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries routes over HTTP. */
@Path("/v1/routes:test")
@Tag(name = "Routing", description = "Who is told of which alerts, when, and when not")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class RoutesTestResource {
    private final TryRoutes routes;
    private final Directory directory;
    private final Caller caller;
    private final Clock clock;

    RoutesTestResource(TryRoutes routes, Directory directory, Caller caller, Clock clock) {
        this.routes = routes;
        this.directory = directory;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "testRoutes",
            summary = "Who would be told of an alert with some labels",
            description =
                    "Nobody is told. `at` is now where it is left out; `routing` is a document to try instead of the one in force."
                            + " Inhibition is by the alerts that fire now.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "at night",
                                            value =
                                                    "{\"labels\": {\"alertname\": \"resolution\", \"severity\": \"critical\", \"queue\": \"vip\"},"
                                                            + " \"at\": \"2026-03-29T01:30:00Z\"}")))
    @APIResponse(
            responseCode = "200",
            description =
                    "The routes that take it, each with its group, who is told, and `held` with the reason where nobody is")
    public ObjectNode test(byte[] body) {
        String tenant = caller.tenant();
        Members members = Members.of(body).only(Set.of("labels", "at", "routing"));
        Instant moment = members.parsed(
                        "at",
                        text -> OffsetDateTime.parse(text).toInstant(),
                        "Send a time as RFC 3339 has it, such as 2026-03-02T09:00:00Z.")
                .orElseGet(clock::instant);
        Optional<Routing> instead =
                members.object("routing").map(document -> RoutingReader.read(document, 0, directory.of(tenant)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", moment.toString());
        ArrayNode taken = json.putArray("routes");
        routes.go(tenant, labels(members), instead, moment).forEach(one -> taken.add(json(one)));
        return json;
    }

    private static Labels labels(Members members) {
        try {
            return Labels.of(members.requiredObject("labels").allTexts());
        } catch (IllegalArgumentException e) {
            throw new InvalidMember(members.at("labels"), "Name labels with letters, digits and _, not a digit first.");
        }
    }

    private static ObjectNode json(TryRoutes.Taken taken) {
        Route route = taken.route();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("route", route.id());
        json.put(
                route.target() instanceof Target.ToPolicy ? "policy" : "receiver",
                route.target().id());
        json.put("groupKey", taken.group().key());
        ObjectNode labels = json.putObject("groupLabels");
        taken.group().labels().forEach(labels::put);
        json.put("groupWait", Durations.write(route.pace().groupWait()));
        json.put("groupInterval", Durations.write(route.pace().groupInterval()));
        json.put("repeatInterval", Durations.write(route.pace().repeatInterval()));
        if (!taken.steps().isEmpty()) {
            ArrayNode steps = json.putArray("steps");
            taken.steps().forEach(receivers -> add(steps.addArray(), receivers));
        }
        json.put("told", taken.held().isEmpty());
        taken.held().ifPresent(held -> json.set("held", json(held)));
        return json;
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode json(Held held) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reason", held.reason());
        json.put("detail", held.detail());
        json.set("message", MessageJson.of(held.reason()));
        return json;
    }
}
