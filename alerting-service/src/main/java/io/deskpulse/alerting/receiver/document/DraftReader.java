package io.deskpulse.alerting.receiver.document;

import io.deskpulse.alerting.outgoing.Blocked;
import io.deskpulse.alerting.outgoing.Guard;
import io.deskpulse.alerting.receiver.Draft;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Signing;
import io.deskpulse.alerting.receiver.text.CheckTexts;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody wants a receiver to be, with its secrets, which no complaint quotes. Thread-safe. */
@Singleton
public class DraftReader {
    /** As it is shown, so that what was read can be sent again; what the service itself says is left aside. */
    private static final Set<String> MEMBERS =
            Set.of("id", "kind", "language", "settings", "texts", "limit", "secrets", "revision", "changedAt");

    private static final int LONGEST_SECRET = 2_048;

    private final Guard guard;
    private final CheckTexts texts;

    DraftReader(Guard guard, CheckTexts texts) {
        this.guard = guard;
        this.texts = texts;
    }

    public Draft read(byte[] json) {
        Members body = Members.of(json).only(MEMBERS);
        Kind kind = ReceiverReader.kind(body);
        if (!kind.readByPeople() && (body.has("texts") || body.has("limit"))) {
            throw new InvalidMember(
                    body.at(body.has("texts") ? "texts" : "limit"),
                    "Leave this out: no person reads what this kind of receiver gets.");
        }
        Settings settings = ReceiverReader.settings(body);
        if (!settings.address().isEmpty()) {
            requireAddress(settings.address(), "/settings/url");
        }
        Draft draft = new Draft(
                settings,
                ReceiverReader.language(body),
                ReceiverReader.texts(body),
                ReceiverReader.limit(body),
                secrets(kind, body));
        texts.title(draft).ifPresent(fault -> {
            throw new InvalidMember("/texts/title", fault);
        });
        texts.body(draft).ifPresent(fault -> {
            throw new InvalidMember("/texts/body", fault);
        });
        return draft;
    }

    private Map<String, Optional<String>> secrets(Kind kind, Members body) {
        Map<String, Optional<String>> secrets = new HashMap<>();
        body.object("secrets").map(given -> given.only(kind.secrets())).ifPresent(given -> {
            for (String name : kind.secrets()) {
                secret(given, name).ifPresent(value -> secrets.put(name, value));
            }
            secrets.forEach((name, value) -> value.ifPresent(text -> require(kind, name, text, given.at(name))));
        });
        return secrets;
    }

    /** A text is a new one; {@code {"set": true}} keeps what is there and {@code {"set": false}} forgets it. */
    private static Optional<Optional<String>> secret(Members given, String name) {
        if (!given.has(name)) {
            return Optional.empty();
        }
        if (given.isText(name)) {
            return Optional.of(given.text(name));
        }
        Members told = given.requiredObject(name).only(Set.of("set"));
        return told.required("set", told.flag("set")) ? Optional.empty() : Optional.of(Optional.empty());
    }

    private void require(Kind kind, String name, String value, String pointer) {
        if (value.isEmpty() || value.length() > LONGEST_SECRET || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new InvalidMember(pointer, "Send from 1 to " + LONGEST_SECRET + " characters of ASCII.");
        }
        switch (name) {
            case Secrets.URL -> requireAddress(value, pointer);
            case Secrets.ROUTING_KEY -> {
                if (!value.matches("[A-Za-z0-9]{32}")) {
                    throw new InvalidMember(
                            pointer,
                            "Send the integration key of an Events API v2 integration: 32 letters and digits.");
                }
            }
            case Secrets.SIGNING -> {
                if (kind == Kind.WEBHOOK) {
                    requireSigning(value, pointer);
                }
            }
            default -> {
                // any text will do
            }
        }
    }

    private void requireAddress(String url, String pointer) {
        try {
            guard.read(url);
        } catch (Blocked blocked) {
            throw new InvalidMember(pointer, blocked.getMessage());
        }
    }

    private static void requireSigning(String value, String pointer) {
        try {
            Signing.parse(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidMember(
                    pointer,
                    "Send up to 4 secrets, the newest first, apart by spaces: whsec_ and base64 of 24 to 64 bytes.");
        }
    }
}
