package io.deskpulse.survey.result.rest;

import io.deskpulse.survey.result.export.AnsweredOffer;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of the list of answers is wanted. */
class ListParameters extends SelectionParameters {
    private static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to " + MOST)
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "the next of the part before")
    String cursor;

    int limit() {
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        throw invalid("limit", "not a whole number from 1 to " + MOST);
    }

    Optional<AnsweredOffer.Position> after() {
        try {
            return text(cursor).map(opaque -> {
                String plain = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII);
                int space = plain.indexOf(' ');
                long micros = Long.parseLong(plain.substring(0, space));
                return new AnsweredOffer.Position(
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(plain.substring(space + 1)));
            });
        } catch (RuntimeException e) {
            throw invalid("cursor", "not the next of an earlier answer");
        }
    }

    /** Where the list goes on. Postgres keeps microseconds. */
    static String cursor(AnsweredOffer.Position last) {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, last.offeredAt()) + " " + last.offer();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    Set<String> further() {
        return Set.of("limit", "cursor");
    }
}
