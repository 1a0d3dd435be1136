package io.deskpulse.alerting.receiver.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.receiver.Draft;
import io.deskpulse.alerting.receiver.ManageReceivers;
import io.deskpulse.alerting.receiver.ManageReceivers.Result;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.document.DraftReader;
import io.deskpulse.alerting.receiver.document.ReceiverWriter;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.listing.PartRequest;
import io.deskpulse.kit.problem.RevisionProblems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receivers over HTTP. No answer shows a secret, but for one that was made just now. */
@Path("/v1/receivers")
@Tag(name = "Receivers", description = "Where alerts are sent")
@RolesAllowed(Scopes.ALERTS_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ReceiversResource {
    static final String ID = "{id:[a-z0-9][a-z0-9-]{0,62}}";

    private final ManageReceivers receivers;
    private final DraftReader drafts;
    private final Caller caller;

    ReceiversResource(ManageReceivers receivers, DraftReader drafts, Caller caller) {
        this.receivers = receivers;
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listReceivers", summary = "Receivers by id")
    @APIResponse(ref = "#/components/responses/Receivers", responseCode = "200")
    public ObjectNode list(@BeanParam PartRequest part) {
        return part.answer(
                "receivers",
                receivers.list(caller.tenant(), part.afterName(), part.most()),
                Receiver::id,
                ReceiverWriter::write);
    }

    @GET
    @Path(ID)
    @Operation(operationId = "getReceiver", summary = "A receiver; of secrets it says whether they are set")
    @APIResponse(ref = "#/components/responses/Receiver", responseCode = "200")
    @APIResponse(responseCode = "404", description = "No such receiver")
    public Response get(@PathParam("id") String id) {
        return ok(receivers.find(caller.tenant(), id).orElseThrow(ReceiverProblems::unknown));
    }

    @PUT
    @Path(ID)
    @Operation(
            operationId = "putReceiver",
            summary = "Make or change a receiver",
            description =
                    "With `If-None-Match: *` to make one, with `If-Match` to change one. A secret that is left out stays. The secret that webhooks"
                            + " are signed with is made where none is given, and shown in this answer alone, as `made`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "webhook",
                                        value =
                                                "{\"kind\": \"webhook\", \"settings\": {\"url\": \"https://chat.example/hooks/alerts\"}}"),
                                @ExampleObject(
                                        name = "alertmanager",
                                        value =
                                                "{\"kind\": \"alertmanager\", \"settings\": {\"url\": \"https://alertmanager.example\"}}"),
                                @ExampleObject(
                                        name = "PagerDuty",
                                        value =
                                                "{\"kind\": \"pagerduty\", \"secrets\": {\"routingKey\": \"0123456789abcdef0123456789abcdef\"}}"),
                                @ExampleObject(
                                        name = "Slack",
                                        value =
                                                "{\"kind\": \"slack\", \"secrets\": {\"url\": \"https://hooks.slack.com/services/T00/B00/XXX\"}}"),
                                @ExampleObject(
                                        name = "e-mail",
                                        value =
                                                "{\"kind\": \"email\", \"language\": \"zh-CN\", \"settings\": {\"to\": [\"oncall@shop.example\"]}}"),
                                @ExampleObject(
                                        name = "DingTalk",
                                        value =
                                                "{\"kind\": \"dingtalk\", \"language\": \"zh-CN\", \"secrets\": {\"url\": \"https://oapi.dingtalk.com/robot/send?access_token=XXX\", \"signing\": \"SECXXX\"}}"),
                                @ExampleObject(
                                        name = "Feishu",
                                        value =
                                                "{\"kind\": \"feishu\", \"language\": \"zh-CN\", \"secrets\": {\"url\": \"https://open.feishu.cn/open-apis/bot/v2/hook/XXX\", \"signing\": \"XXX\"}}"),
                                @ExampleObject(
                                        name = "WeCom",
                                        value =
                                                "{\"kind\": \"wecom\", \"language\": \"zh-CN\", \"secrets\": {\"url\": \"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=XXX\"}}")
                            }))
    @APIResponse(ref = "#/components/responses/Receiver", responseCode = "200")
    @APIResponse(ref = "#/components/responses/Receiver", responseCode = "201")
    @APIResponse(responseCode = "400", description = "The body cannot be used, or a secret is missing")
    @APIResponse(ref = "#/components/responses/RevisionChanged", responseCode = "412")
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            byte[] body) {
        long seen = "*".equals(ifNoneMatch) ? 0 : RevisionProblems.seen(ifMatch);
        Draft draft = drafts.read(body);
        Result result = receivers.put(caller.tenant(), id, seen, draft, actor());
        if (result instanceof Result.Saved saved) {
            return saved(saved);
        }
        throw ReceiverProblems.of(result);
    }

    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteReceiver", summary = "Delete a receiver; routes that name it send nowhere")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Optional<Long> revision = receivers.delete(caller.tenant(), id, RevisionProblems.seen(ifMatch), actor());
        if (revision.isPresent()) {
            throw revision.get() == 0 ? ReceiverProblems.unknown() : RevisionProblems.changed(revision.get());
        }
    }

    private String actor() {
        return caller.tokenId().orElse("unknown");
    }

    private static Response saved(Result.Saved saved) {
        ObjectNode json = ReceiverWriter.write(saved.receiver());
        if (!saved.made().isEmpty()) {
            ObjectNode made = json.putObject("made");
            saved.made().forEach(made::put);
        }
        return Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
                .header(HttpHeaders.ETAG, RevisionProblems.tag(saved.receiver().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json)
                .build();
    }

    private static Response ok(Receiver receiver) {
        return Response.ok(ReceiverWriter.write(receiver))
                .header(HttpHeaders.ETAG, RevisionProblems.tag(receiver.revision()))
                .build();
    }
}
