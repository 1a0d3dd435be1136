package io.deskpulse.survey.result.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.document.AnswerWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** One JSON object a line; ids whatever the language, times in RFC 3339 with the offset of the zone. */
public final class JsonSheet implements Sheet {
    private final ZoneId zone;

    JsonSheet(ZoneId zone) {
        this.zone = zone;
    }

    /** One offer as an object. */
    public static ObjectNode object(AnsweredOffer offer, ZoneId zone) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Fact fact : Fact.values()) {
            put(json, fact.id(), fact.of(offer, zone), zone);
        }
        ObjectNode answers = json.putObject("answers");
        offer.answers().forEach((question, answer) -> answers.set(question, AnswerWriter.write(answer)));
        return json;
    }

    @Override
    public byte[] begin() {
        return new byte[0];
    }

    @Override
    public byte[] rows(List<AnsweredOffer> offers) {
        StringBuilder lines = new StringBuilder(offers.size() * 512);
        offers.forEach(offer -> lines.append(object(offer, zone)).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private static void put(ObjectNode json, String name, Object value, ZoneId zone) {
        if (value instanceof Instant time) {
            json.put(name, OffsetDateTime.ofInstant(time, zone).toString());
        } else if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof Double number) {
            json.put(name, number);
        } else {
            json.put(name, (String) value);
        }
    }
}
