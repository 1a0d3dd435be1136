package io.deskpulse.survey.offer.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offered;
import java.util.List;

/** Offers as answers show them. */
final class OfferJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OfferJson() {}

    static ObjectNode made(Offered.Made made) {
        Offer offer = made.offer();
        ObjectNode json = JSON.objectNode();
        json.put("offered", true);
        json.put("id", offer.id().toString());
        json.put("token", offer.token());
        json.put("language", offer.context().language());
        json.put("expiresAt", offer.expiresAt().toString());
        ObjectNode survey =
                DefinitionWriter.inLanguage(made.definition(), offer.context().language());
        survey.put("id", offer.survey().toString());
        survey.put("version", offer.version());
        json.set("survey", survey);
        return json;
    }

    static ObjectNode declined(Offered.Declined declined) {
        return JSON.objectNode()
                .put("offered", false)
                .put("reason", declined.reason().code());
    }

    static ObjectNode pending(List<Offered.Made> offers) {
        ObjectNode json = JSON.objectNode();
        ArrayNode all = json.putArray("offers");
        offers.forEach(offer -> all.add(made(offer)));
        return json;
    }
}
