package io.deskpulse.survey.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.OfferEvents;
import io.deskpulse.survey.outbox.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is told about answers (docs/decisions/0013): each change is an event with the offer, the question and a revision that
 * grows; readers take the greatest. One without an answer takes it back. A rating tells of each aspect that changed, as the
 * question {@code <question>.<aspect>}. Stateless.
 */
final class AnswerEvents {
    private AnswerEvents() {}

    static List<Message> of(Offer offer, AnswerSheet.Changed change) {
        if (change.question() instanceof RatingQuestion rating) {
            return ratings(offer, change, rating);
        }
        ObjectNode data = data(offer, change, change.question().id(), scale(change.question()));
        change.after().answer().ifPresentOrElse(answer -> put(data, answer), () -> data.put("withdrawn", true));
        return List.of(message(offer, change, change.question().id(), data));
    }

    private static List<Message> ratings(Offer offer, AnswerSheet.Changed change, RatingQuestion rating) {
        Map<String, Integer> before = values(change.before());
        Map<String, Integer> after = values(change.after().answer());
        List<Message> messages = new ArrayList<>();
        for (RatingQuestion.Aspect aspect : rating.aspects()) {
            Integer value = after.get(aspect.id());
            if (Objects.equals(before.get(aspect.id()), value)) {
                continue;
            }
            String question = rating.id() + "." + aspect.id();
            ObjectNode data = data(offer, change, question, rating.scale());
            if (value == null) {
                data.put("withdrawn", true);
            } else {
                data.put("value", value);
            }
            messages.add(message(offer, change, question, data));
        }
        return messages;
    }

    private static Map<String, Integer> values(Optional<Answer> answer) {
        return answer.map(there -> ((Answer.Ratings) there).values()).orElse(Map.of());
    }

    private static ObjectNode data(Offer offer, AnswerSheet.Changed change, String question, Scale scale) {
        ObjectNode data = OfferEvents.data(offer);
        data.put("question", question);
        data.put("kind", change.question().kind().wire());
        data.put("revision", change.after().revision());
        if (scale != null) {
            data.putObject("scale").put("min", scale.min()).put("max", scale.max());
        }
        data.put("offeredAt", offer.offeredAt().toString());
        return data;
    }

    private static void put(ObjectNode data, Answer answer) {
        if (answer instanceof Answer.Score score) {
            data.put("value", score.value());
            if (score.comment() != null) {
                data.put("comment", score.comment());
            }
        } else if (answer instanceof Answer.Chosen chosen) {
            chosen.options().forEach(data.putArray("options")::add);
        } else if (answer instanceof Answer.Written written) {
            data.put("comment", written.text());
        }
    }

    private static Scale scale(Question question) {
        return question instanceof ScoreQuestion score ? score.scale() : null;
    }

    private static Message message(Offer offer, AnswerSheet.Changed change, String question, ObjectNode data) {
        String what = question + ":" + change.after().revision();
        return OfferEvents.message(
                offer, EventType.SURVEY_ANSWERED, what, change.after().at(), data);
    }
}
