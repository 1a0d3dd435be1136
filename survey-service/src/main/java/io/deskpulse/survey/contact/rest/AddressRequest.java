package io.deskpulse.survey.contact.rest;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.offer.Means;
import java.util.Map;
import java.util.Optional;

/** Addresses from bodies. */
public final class AddressRequest {
    /** The means by which somebody can be written to, as bodies name them. */
    public static final Map<String, Means> BY = Map.of("email", Means.EMAIL, "sms", Means.SMS);

    private AddressRequest() {}

    /** The address of this means that a member holds; throws where it is none. */
    public static Optional<Address> read(Members body, String member, Means means) {
        return body.parsed(member, value -> new Address(means, value.strip()), rule(means));
    }

    /** The id of a customer; throws where it is none. */
    public static String customer(String id, String pointer) {
        if (!id.matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,128}")) {
            throw new InvalidMember(pointer, "Send 1 to 128 printable characters.");
        }
        return id;
    }

    private static String rule(Means means) {
        return means == Means.EMAIL
                ? "Send an e-mail address, for example li@example.com."
                : "Send a number in E.164, for example +8613800138000.";
    }
}
