package io.deskpulse.survey.bounce.rest;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.bounce.Bounce;
import io.deskpulse.survey.contact.rest.AddressRequest;
import io.deskpulse.survey.offer.Means;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bounce from a body. */
final class BounceRequest {
    private static final Set<String> MEMBERS = Set.of("by", "to", "customer", "message", "kind", "reason");
    private static final Map<String, Bounce.Kind> KINDS =
            Map.of("hard", Bounce.Kind.HARD, "soft", Bounce.Kind.SOFT, "complaint", Bounce.Kind.COMPLAINT);

    /** The Message-ID of an e-mail, or the webhook-id of a text message: both carry the id of the offer. */
    private static final Pattern MESSAGE = Pattern.compile("(?:<|msg_)?([0-9a-fA-F-]{36})(?:@[^>\\s]*>?)?");

    private BounceRequest() {}

    static Bounce read(byte[] body) {
        Members bounce = Members.of(body).only(MEMBERS);
        Means means = bounce.required("by", bounce.oneOf("by", AddressRequest.BY));
        Bounce.Kind kind = bounce.required("kind", bounce.oneOf("kind", KINDS));
        if (Stream.of("to", "customer", "message").filter(bounce::has).count() != 1) {
            throw new InvalidMember("", "Send exactly one of to, customer and message.");
        }
        return new Bounce(
                means, about(bounce, means), kind, bounce.text("reason").orElse(""));
    }

    private static Bounce.About about(Members bounce, Means means) {
        if (bounce.has("message")) {
            return new Bounce.OfMessage(bounce.parsed(
                            "message",
                            BounceRequest::offer,
                            "Send the Message-ID of an e-mail, the id of a text message, or the id of an offer.")
                    .orElseThrow());
        }
        return bounce.has("to")
                ? new Bounce.OfAddress(AddressRequest.read(bounce, "to", means).orElseThrow())
                : new Bounce.OfCustomer(
                        AddressRequest.customer(bounce.requiredText("customer"), bounce.at("customer")));
    }

    private static UUID offer(String message) {
        Matcher id = MESSAGE.matcher(message.strip());
        if (!id.matches()) {
            throw new IllegalArgumentException("no message of ours");
        }
        return UUID.fromString(id.group(1));
    }
}
