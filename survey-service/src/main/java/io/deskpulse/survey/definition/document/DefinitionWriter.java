package io.deskpulse.survey.definition.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.definition.ChoiceQuestion;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Ends;
import io.deskpulse.survey.definition.Invitation;
import io.deskpulse.survey.definition.Look;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.definition.ShowIf;
import io.deskpulse.survey.definition.TextQuestion;
import io.deskpulse.survey.definition.Wording;

/** A definition as JSON, as {@link DefinitionReader} reads it: with all languages, or with the texts of one. Stateless. */
public final class DefinitionWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Definition definition;
    /** Null for all of them. */
    private final String language;

    private DefinitionWriter(Definition definition, String language) {
        this.definition = definition;
        this.language = language;
    }

    /** All of it. */
    public static ObjectNode write(Definition definition) {
        return new DefinitionWriter(definition, null).whole();
    }

    /** What a person sees who is asked in this language: each text a string, nothing of names and terms. */
    public static ObjectNode inLanguage(Definition definition, String language) {
        return new DefinitionWriter(definition, language).seen();
    }

    private ObjectNode whole() {
        ObjectNode survey = JSON.objectNode();
        survey.put("name", definition.name());
        survey.put("defaultLanguage", definition.defaultLanguage());
        writeContent(survey);
        writeInvitation(survey);
        var terms = definition.terms();
        terms.trigger().ifPresent(trigger -> survey.put("trigger", trigger));
        terms.quota().ifPresent(quota -> survey.put("quota", quota));
        survey.put("validFor", terms.validFor().toString());
        terms.endsAt().ifPresent(end -> survey.put("endsAt", end.toString()));
        survey.set("policy", PolicyWriter.write(terms.policy()));
        return survey;
    }

    private ObjectNode seen() {
        ObjectNode survey = JSON.objectNode();
        survey.put("language", language);
        writeContent(survey);
        return survey;
    }

    private void writeContent(ObjectNode survey) {
        put(survey, "title", definition.title());
        ArrayNode questions = survey.putArray("questions");
        definition.questions().forEach(question -> questions.add(question(question)));
        put(survey, "thanks", definition.thanks());
        if (definition.incentive() != null) {
            put(survey.putObject("incentive"), "text", definition.incentive());
        }
        Look look = definition.look();
        survey.putObject("look")
                .put("accent", look.accent())
                .put("background", look.background())
                .put("text", look.text())
                .put("position", look.position().wire());
    }

    private void writeInvitation(ObjectNode survey) {
        if (!definition.invitation().equals(Invitation.STANDARD)) {
            ObjectNode invitation = survey.putObject("invitation");
            put(invitation, "subject", definition.invitation().subject());
            put(invitation, "intro", definition.invitation().intro());
        }
    }

    private ObjectNode question(Question question) {
        ObjectNode json = JSON.objectNode();
        json.put("id", question.id());
        json.put("kind", question.kind().wire());
        put(json, "text", question.asked().text());
        json.put("required", question.asked().required());
        question.asked().showIf().ifPresent(showIf -> json.set("showIf", showIf(showIf)));
        if (question instanceof ScoreQuestion score) {
            points(json, score.scale().max() - score.scale().min() + 1, score.ends());
            json.put("comment", score.comment());
        } else if (question instanceof RatingQuestion rating) {
            points(json, rating.scale().max(), rating.ends());
            ArrayNode aspects = json.putArray("aspects");
            rating.aspects().forEach(aspect -> part(aspects, aspect.id(), aspect.text()));
        } else if (question instanceof ChoiceQuestion choice) {
            json.put("many", choice.many());
            ArrayNode options = json.putArray("options");
            choice.options().forEach(option -> part(options, option.id(), option.text()));
        } else if (question instanceof TextQuestion text) {
            json.put("maxLength", text.longest());
        }
        return json;
    }

    private void points(ObjectNode question, int points, Ends ends) {
        question.put("points", points);
        put(question, "low", ends.low());
        put(question, "high", ends.high());
    }

    private void part(ArrayNode parts, String id, Wording text) {
        put(parts.addObject().put("id", id), "text", text);
    }

    private void put(ObjectNode json, String name, Wording wording) {
        if (wording == null) {
            return;
        }
        if (language != null) {
            json.put(name, wording.in(language, definition.defaultLanguage()));
        } else {
            ObjectNode texts = json.putObject(name);
            wording.texts().forEach(texts::put);
        }
    }

    private static ObjectNode showIf(ShowIf showIf) {
        ObjectNode json = JSON.objectNode().put("question", showIf.question());
        if (showIf.condition() instanceof ShowIf.AtMost most) {
            json.put("atMost", most.value());
        } else if (showIf.condition() instanceof ShowIf.AtLeast least) {
            json.put("atLeast", least.value());
        } else if (showIf.condition() instanceof ShowIf.AnyOf any) {
            ArrayNode options = json.putArray("anyOf");
            any.options().forEach(options::add);
        }
        return json;
    }
}
