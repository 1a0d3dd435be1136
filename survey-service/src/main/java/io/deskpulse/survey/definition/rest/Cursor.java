package io.deskpulse.survey.definition.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.kit.problem.Problem;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a list goes on: after the last survey that was shown. Opaque to callers. */
final class Cursor {
    private Cursor() {}

    static String after(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(US_ASCII));
    }

    static Optional<UUID> read(String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("cursor", "not the next of an earlier answer")
                    .toException();
        }
    }
}
