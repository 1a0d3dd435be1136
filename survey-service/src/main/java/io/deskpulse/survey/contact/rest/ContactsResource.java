package io.deskpulse.survey.contact.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.contact.Contact;
import io.deskpulse.survey.contact.KeepContacts;
import io.deskpulse.survey.offer.Means;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps where customers can be written to. No answer ever shows an address. */
@Path("/v1/contacts/{customer}")
@Tag(name = "Contacts", description = "Where customers can be written to; encrypted, and shown masked only")
@RolesAllowed(Scopes.SURVEY_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
class ContactsResource {
    private static final Set<String> MEMBERS = Set.of("email", "phone", "language");
    private static final Pattern LANGUAGE = Pattern.compile("(?=.{1,64}$)[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final KeepContacts contacts;
    private final Caller caller;

    ContactsResource(KeepContacts contacts, Caller caller) {
        this.contacts = contacts;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "putContact", summary = "Keep a contact in place of the one before")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "both",
                                            value =
                                                    """
                                                    {"email": "li@example.com", "phone": "+8613800138000",
                                                     "language": "zh-CN"}""")))
    @APIResponse(ref = "#/components/responses/Contact", responseCode = "200")
    @APIResponse(ref = "#/components/responses/InvalidSurvey", responseCode = "400")
    @APIResponse(ref = "#/components/responses/ContactsNotConfigured", responseCode = "503")
    public Uni<ObjectNode> put(@PathParam("customer") String customer, byte[] body) {
        String tenant = caller.tenant();
        Members contact = Members.of(body).only(MEMBERS);
        if (!contact.has("email") && !contact.has("phone")) {
            throw new InvalidMember("", "Send email, phone or both; DELETE forgets a contact.");
        }
        var email = AddressRequest.read(contact, "email", Means.EMAIL);
        var phone = AddressRequest.read(contact, "phone", Means.SMS);
        Optional<String> language = contact.text("language");
        if (language.filter(tag -> !LANGUAGE.matcher(tag).matches()).isPresent()) {
            throw new InvalidMember(contact.at("language"), "Send a BCP 47 language tag, for example zh-CN.");
        }
        if (!contacts.ready()) {
            throw ContactProblems.notConfigured();
        }
        return contacts.put(tenant, AddressRequest.customer(customer, ""), email, phone, language)
                .map(ContactsResource::json);
    }

    @GET
    @Operation(operationId = "getContact", summary = "What is known of a contact; addresses are masked")
    @APIResponse(ref = "#/components/responses/Contact", responseCode = "200")
    public Uni<ObjectNode> get(@PathParam("customer") String customer) {
        return contacts.find(caller.tenant(), customer).map(found -> found.map(ContactsResource::json)
                .orElseThrow(
                        () -> Problem.notFound("This customer has no contact.").toException()));
    }

    @DELETE
    @Operation(
            operationId = "deleteContact",
            summary = "Forget a contact for good; what waits to be sent there is not sent")
    @APIResponse(responseCode = "204", description = "There is no contact")
    public Uni<Response> delete(@PathParam("customer") String customer) {
        return contacts.delete(caller.tenant(), customer)
                .replaceWith(() -> Response.noContent().build());
    }

    private static ObjectNode json(Contact contact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("customer", contact.customer());
        contact.email().ifPresent(address -> json.put("email", address.masked()));
        contact.phone().ifPresent(address -> json.put("phone", address.masked()));
        contact.language().ifPresent(language -> json.put("language", language));
        return json.put("changedAt", contact.changedAt().toString());
    }
}
