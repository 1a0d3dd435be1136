package io.deskpulse.survey.offer.rest;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Wanted;
import java.util.Set;
import java.util.UUID;

/** What is to be offered to whom, from a body. */
public record OfferRequest(Wanted wanted, Context context) {
    private static final Set<String> MEMBERS =
            Set.of("survey", "trigger", "conversation", "customer", "channel", "language");

    static OfferRequest read(byte[] body) {
        return read(Members.of(body).only(MEMBERS));
    }

    /** The members that say what is to be offered to whom. */
    public static Set<String> members() {
        return MEMBERS;
    }

    /** The same from a body that says more. */
    public static OfferRequest read(Members request) {
        if (request.has("survey") == request.has("trigger")) {
            throw new InvalidMember("", "Send either survey, an id, or trigger.");
        }
        Wanted wanted = request.has("survey")
                ? new Wanted.ById(request.parsed("survey", UUID::fromString, "Send the id of a survey.")
                        .orElseThrow())
                : new Wanted.ByTrigger(request.requiredText("trigger"));
        return new OfferRequest(wanted, context(request));
    }

    private static Context context(Members request) {
        Context context = new Context(
                request.text("conversation").orElse(null),
                request.text("customer").orElse(null),
                request.text("channel").orElse(null),
                request.text("language").orElse(null));
        context.fault().ifPresent(member -> {
            throw new InvalidMember(request.at(member), rule(member));
        });
        return context;
    }

    private static String rule(String member) {
        return switch (member) {
            case "language" -> "Send a BCP 47 language tag, for example zh-CN.";
            case "channel" -> "Send 1 to 64 printable characters.";
            default -> "Send 1 to 128 printable characters.";
        };
    }
}
