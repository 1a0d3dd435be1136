package io.deskpulse.survey.definition.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Surveys as answers show them. */
final class SurveyJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SurveyJson() {}

    static ObjectNode survey(Survey survey) {
        ObjectNode json = summary(survey);
        json.set("definition", DefinitionWriter.write(survey.definition()));
        return json;
    }

    /**
     * A part of a list.
     *
     * @param next the cursor of the part that follows; or null
     */
    static ObjectNode list(List<Survey> surveys, String next) {
        ObjectNode json = JSON.objectNode();
        ArrayNode all = json.putArray("surveys");
        surveys.forEach(survey -> all.add(summary(survey)));
        json.put("next", next);
        return json;
    }

    static ObjectNode version(PublishedVersion version) {
        ObjectNode json = JSON.objectNode();
        json.put("survey", version.survey().toString());
        json.put("version", version.version());
        json.put("publishedAt", version.publishedAt().toString());
        json.set("definition", DefinitionWriter.write(version.definition()));
        return json;
    }

    static ObjectNode templates(Map<String, Definition> templates) {
        ObjectNode json = JSON.objectNode();
        ArrayNode all = json.putArray("templates");
        templates.forEach((id, definition) -> all.addObject().put("id", id).put("name", definition.name()));
        return json;
    }

    static String state(Survey.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode summary(Survey survey) {
        ObjectNode json = JSON.objectNode();
        json.put("id", survey.id().toString());
        json.put("name", survey.definition().name());
        json.put("state", state(survey.state()));
        json.put("revision", survey.revision());
        json.put("publishedVersion", survey.publishedVersion());
        json.put("createdAt", survey.createdAt().toString());
        json.put("changedAt", survey.changedAt().toString());
        return json;
    }
}
