package io.deskpulse.survey.link.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.document.AnswerWriter;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import io.deskpulse.survey.link.Link;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offered;
import java.util.Map;

/** Links as answers show them. */
final class LinkJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LinkJson() {}

    static ObjectNode made(Offer offer, String url) {
        return JSON.objectNode()
                .put("offered", true)
                .put("id", offer.id().toString())
                .put("url", url)
                .put("language", offer.context().language())
                .put("expiresAt", offer.expiresAt().toString());
    }

    /** Without the link: it goes to the customer, and nobody else needs it. */
    static ObjectNode sent(Offer offer) {
        ObjectNode json = JSON.objectNode()
                .put("offered", true)
                .put("id", offer.id().toString())
                .put("language", offer.context().language())
                .put("expiresAt", offer.expiresAt().toString());
        json.putObject("delivery")
                .put("by", offer.circumstances().means().wire())
                .put("state", "waiting");
        return json;
    }

    static ObjectNode declined(Offered.Declined declined) {
        return JSON.objectNode()
                .put("offered", false)
                .put("reason", declined.reason().code());
    }

    /**
     * An offer that was opened by its link: as POST /v1/offers answers, without a token, since the link is one, and with the
     * answers that stand.
     *
     * @param language BCP 47 tag that the reader asks for; or null for the one the offer was made in
     */
    static ObjectNode opened(Link.Open link, Map<String, Answer> answers, String language) {
        Offer offer = link.offer();
        String spoken = language == null
                ? offer.context().language()
                : link.definition().nearest(language);
        ObjectNode json = JSON.objectNode();
        json.put("offered", true);
        json.put("id", offer.id().toString());
        json.put("language", spoken);
        json.put("expiresAt", offer.expiresAt().toString());
        ObjectNode survey = DefinitionWriter.inLanguage(link.definition(), spoken);
        survey.put("id", offer.survey().toString());
        survey.put("version", offer.version());
        json.set("survey", survey);
        ObjectNode given = json.putObject("answers");
        answers.forEach((question, answer) -> given.set(question, AnswerWriter.write(answer)));
        return json;
    }
}
