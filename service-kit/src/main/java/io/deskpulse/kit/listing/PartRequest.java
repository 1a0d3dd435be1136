package io.deskpulse.kit.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is wanted: of things whose ids or numbers are ordered by time, the newest first, or of things in the order of their names. */
public class PartRequest {
    private static final int MOST = 100;

    @QueryParam("limit")
    @DefaultValue("20")
    @Parameter(description = "1 to " + MOST)
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "the next of the part before")
    String cursor;

    /** How many to read: one more than is shown, to see whether there is more. */
    public int most() {
        return limit() + 1;
    }

    /** The last that was shown; empty at the beginning. */
    public Optional<UUID> before() {
        return last(UUID::fromString);
    }

    /** The number of the last that was shown, where things are numbered; empty at the beginning. */
    public Optional<Long> beforeNumber() {
        return last(Long::valueOf);
    }

    /** The name of the last that was shown; empty text at the beginning. */
    public String afterName() {
        return last(name -> name).orElse("");
    }

    private <T> Optional<T> last(Function<String, T> read) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("cursor", "not the next of an earlier answer")
                    .toException();
        }
    }

    /** The part as an answer: {@code {"<name>": [...], "next": "..."}}. */
    public <T> ObjectNode answer(String name, List<T> found, Function<T, ?> id, Function<T, JsonNode> json) {
        int shown = Math.min(found.size(), limit());
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        ArrayNode all = part.putArray(name);
        found.subList(0, shown).forEach(one -> all.add(json.apply(one)));
        part.put("next", found.size() > shown ? after(id.apply(found.get(shown - 1))) : null);
        return part;
    }

    private static String after(Object last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(UTF_8));
    }

    private int limit() {
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        throw Problem.invalidParameter("limit", "not a whole number from 1 to " + MOST)
                .toException();
    }
}
