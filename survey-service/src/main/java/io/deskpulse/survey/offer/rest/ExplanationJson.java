package io.deskpulse.survey.offer.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.offer.Circumstances;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Decision;
import io.deskpulse.survey.offer.ExplainOffers.Outlook;
import io.deskpulse.survey.offer.Explanation;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.policy.VerdictJson;

/** Explanations as answers show them. */
final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    static ObjectNode made(Explanation explanation) {
        Offer offer = explanation.offer();
        ObjectNode json = JSON.objectNode();
        json.put("offered", true);
        json.put("id", offer.id().toString());
        json.put("survey", offer.survey().toString());
        json.put("version", offer.version());
        json.put("offeredAt", offer.offeredAt().toString());
        write(json, offer.context());
        json.put("ask", explanation.asked());
        write(json, offer.circumstances());
        json.putRawValue("steps", new RawValue(explanation.steps() == null ? "[]" : explanation.steps()));
        return json;
    }

    static ObjectNode outlook(Outlook outlook) {
        ObjectNode json = JSON.objectNode();
        var failure = outlook.verdict().failure();
        json.put("offered", failure.isEmpty());
        failure.ifPresent(step -> {
            json.put("reason", step.reason());
            if (step.until() != null) {
                json.put("until", step.until().toString());
            }
        });
        json.put("survey", outlook.survey().toString());
        write(json, outlook.context());
        json.put("ask", outlook.ask());
        outlook.circumstances().ifPresent(circumstances -> write(json, circumstances));
        json.set("steps", VerdictJson.write(outlook.verdict()));
        ArrayNode decisions = json.putArray("decisions");
        outlook.earlier().forEach(decision -> decisions.add(decision(decision)));
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode json = JSON.objectNode();
        json.put("at", decision.at().toString());
        json.put("survey", decision.survey().toString());
        write(json, decision.context());
        if (decision.episode() != null) {
            json.put("episode", decision.episode());
        }
        json.put("ask", decision.asked());
        json.put("reason", decision.reason());
        json.put("times", decision.times());
        json.putRawValue("steps", new RawValue(decision.steps()));
        return json;
    }

    private static void write(ObjectNode json, Context context) {
        put(json, "conversation", context.conversation());
        put(json, "customer", context.customer());
        put(json, "channel", context.channel());
        put(json, "language", context.language());
    }

    private static void write(ObjectNode json, Circumstances circumstances) {
        json.put("means", circumstances.means().wire());
        put(json, "stratum", circumstances.stratum());
        json.put("probability", 1 / circumstances.weight());
        json.put("weight", circumstances.weight());
        EpisodeFacts facts = circumstances.facts();
        if (facts.episode() != null) {
            ObjectNode episode = json.putObject("episode").put("id", facts.episode());
            put(episode, "outcome", facts.outcome());
            put(episode, "handler", facts.handler());
            put(episode, "scene", facts.scene());
            put(episode, "segment", facts.segment());
            put(episode, "variant", facts.variant());
            put(episode, "region", facts.region());
            put(episode, "topic", facts.topic());
        }
    }

    private static void put(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
