package io.deskpulse.survey.result.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.result.Dimension;
import io.deskpulse.survey.result.Estimate;
import io.deskpulse.survey.result.Results;
import io.deskpulse.survey.result.Score;
import io.deskpulse.survey.result.Selection;
import io.deskpulse.survey.result.Tally;

/** Results as answers show them. */
final class ResultsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** docs/guides/results.md says what each number is and where it comes from. */
    private static final String WEIGHTING =
            "Weights undo that strata were asked with different probabilities. They do not undo that some people respond less: see responses.";

    private ResultsJson() {}

    static ObjectNode write(Results results) {
        ObjectNode json = JSON.objectNode();
        Selection selection = results.selection();
        json.put("survey", selection.survey().toString());
        json.put("from", selection.from().map(Object::toString).orElse(null));
        json.put("to", selection.to().map(Object::toString).orElse(null));
        results.versions().forEach(json.putArray("versions")::add);
        json.set("funnel", funnel(results));
        ObjectNode responses = json.putObject("responses");
        for (Dimension dimension : Dimension.COMPARED) {
            ArrayNode values = responses.putArray(dimension.wire());
            results.responses().get(dimension).forEach(response -> values.add(response(response)));
        }
        json.put("weighting", WEIGHTING);
        ArrayNode questions = json.putArray("questions");
        results.questions().forEach(question -> questions.add(question(question, results.defaultLanguage())));
        return json;
    }

    private static ObjectNode funnel(Results results) {
        ObjectNode json = JSON.objectNode();
        put(json, results.offers());
        json.set("responseRate", estimate(results.responseRate()));
        json.set("completionRate", estimate(results.completionRate()));
        return json;
    }

    private static ObjectNode response(Results.Response response) {
        ObjectNode json = JSON.objectNode().put("value", response.value());
        put(json, response.offers());
        json.set("responseRate", estimate(response.rate()));
        return json.put("differsFromRest", response.differs());
    }

    private static void put(ObjectNode json, Tally.Offers offers) {
        json.put("offered", offers.made())
                .put("delivered", offers.delivered())
                .put("shown", offers.shown())
                .put("started", offers.started())
                .put("finished", offers.finished());
    }

    private static ObjectNode question(Results.Answered answered, String language) {
        ObjectNode json = JSON.objectNode();
        json.put("id", answered.question().id());
        json.put("kind", answered.question().kind().wire());
        json.put("text", answered.question().asked().text().in(language, language));
        json.put("shownTo", answered.shownTo());
        json.put("answered", answered.answered());
        json.set("answerRate", estimate(answered.answerRate()));
        json.put("medianSeconds", answered.medianSeconds());
        json.put("comments", answered.comments());
        if (answered.question() instanceof ScoreQuestion score) {
            points(json, answered.parts().get(0), score.scale());
        } else if (answered.question() instanceof RatingQuestion rating) {
            ArrayNode aspects = json.putArray("aspects");
            for (Results.Scored aspect : answered.parts()) {
                points(aspects.addObject().put("id", aspect.aspect()), aspect, rating.scale());
            }
        }
        if (!answered.options().isEmpty()) {
            ArrayNode options = json.putArray("options");
            answered.options().forEach(option -> options.add(option(option)));
        }
        answered.leftOut().forEach(json.putArray("leftOutVersions")::add);
        return json;
    }

    private static void points(ObjectNode json, Results.Scored scored, Scale scale) {
        ArrayNode distribution = json.putArray("distribution");
        long all = scored.given().count();
        for (int point = scale.min(); point <= scale.max(); point++) {
            long count = scored.given().count(point);
            ObjectNode one = distribution.addObject().put("value", point).put("count", count);
            one.put("share", all == 0 ? null : (Double) ((double) count / all));
        }
        ObjectNode scores = json.putObject("scores");
        for (Score score : scored.scores()) {
            ObjectNode one = scores.putObject(score.name());
            one.set("raw", estimate(score.raw()));
            one.set("weighted", estimate(score.weighted()));
        }
    }

    private static ObjectNode option(Results.Chosen option) {
        ObjectNode json = JSON.objectNode().put("id", option.option()).put("count", option.count());
        json.set("share", estimate(option.share()));
        json.set("weightedShare", estimate(option.weightedShare()));
        return json;
    }

    static ObjectNode estimate(Estimate estimate) {
        ObjectNode json = JSON.objectNode();
        json.put("value", estimate.value());
        json.put(
                "low",
                estimate.interval() == null
                        ? null
                        : (Double) estimate.interval().low());
        json.put(
                "high",
                estimate.interval() == null
                        ? null
                        : (Double) estimate.interval().high());
        json.put("sample", estimate.sample());
        return json.put("lowSample", estimate.lowSample());
    }
}
