package io.deskpulse.localstack.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The surveys of the shop: made of the templates and published when they are first needed. Thread-safe. */
final class DemoSurveys {

    private static final List<String> TEMPLATES = List.of("csat", "nps", "ces", "service-quality");
    private static final String ACCENT = "#c2410c";

    private final JsonClient surveys;
    private Map<String, String> ids;

    DemoSurveys(JsonClient surveys) {
        this.surveys = surveys;
    }

    /** The ids of the published surveys by their templates. What is there already is used; nothing is made twice. */
    synchronized Map<String, String> ids() {
        if (ids == null) {
            var there = named();
            var found = new LinkedHashMap<String, String>();
            TEMPLATES.forEach(template -> found.put(template, published(template, there)));
            ids = found;
        }
        return ids;
    }

    /** Where someone can answer a survey without the widget: {@code url}, or why not. */
    JsonNode link(String template, String conversation, String customer, String language) {
        return surveys.post(
                "/v1/links",
                Map.of(
                        "survey",
                        ids().get(template),
                        "conversation",
                        conversation,
                        "customer",
                        customer,
                        "language",
                        language));
    }

    private String published(String template, Map<String, JsonNode> there) {
        var survey = there.get(name(template));
        if (survey == null) {
            survey = surveys.post("/v1/surveys", definition(template));
        }
        var id = survey.path("id").asText();
        if (!survey.path("state").asText().equals("published")) {
            surveys.postIfMatch(
                    "/v1/surveys/" + id + ":publish", survey.path("revision").asInt());
        }
        return id;
    }

    private JsonNode definition(String template) {
        ObjectNode definition = surveys.get("/v1/survey-templates/" + template).deepCopy();
        definition.put("name", name(template));
        definition.withObject("look").put("accent", ACCENT);
        // Whoever tries the demo wants to see one survey after the other.
        definition.withObject("policy").put("exempt", true);
        return definition;
    }

    private Map<String, JsonNode> named() {
        var named = new LinkedHashMap<String, JsonNode>();
        var cursor = "";
        do {
            var part = surveys.get("/v1/surveys?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            // the newest first: of several with a name, the oldest stays
            part.path("surveys").forEach(survey -> named.put(survey.path("name").asText(), survey));
            cursor = part.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return named;
    }

    private static String name(String template) {
        return "Demo shop: " + template;
    }
}
