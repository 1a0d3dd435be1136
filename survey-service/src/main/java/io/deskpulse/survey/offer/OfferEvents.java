package io.deskpulse.survey.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.PartitionKey;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.outbox.Message;
import java.time.Instant;

/**
 * What is told about offers. Ids follow from what happened, so that the same is never told under two ids; all events of an
 * offer have one key, so that they are read in the order in which they happened. Stateless.
 */
public final class OfferEvents {
    private OfferEvents() {}

    /**
     * It was offered. Of what a request is answered with nobody may ever tell a showing, and it counts as delivered; what waits in
     * a widget is delivered when that shows it, and then told.
     */
    static Message offered(Offer offer, Policy.Ask ask) {
        ObjectNode data = data(offer);
        Means means = offer.circumstances().means();
        if (means != Means.WIDGET || ask == Policy.Ask.CLOSE) {
            data.put("means", means.wire());
        }
        return message(offer, EventType.SURVEY_OFFERED, "offered", offer.offeredAt(), data);
    }

    static Message shown(Offer offer) {
        return message(offer, EventType.SURVEY_SHOWN, "shown", offer.shownAt(), data(offer));
    }

    public static Message finished(Offer offer) {
        return message(offer, EventType.SURVEY_FINISHED, "finished", offer.finishedAt(), data(offer));
    }

    /** What every event of an offer says. */
    public static ObjectNode data(Offer offer) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("survey", offer.survey().toString());
        data.put("version", offer.version());
        data.put("offer", offer.id().toString());
        Context context = offer.context();
        if (context.channel() != null) {
            data.put("channel", context.channel());
        }
        data.put("language", context.language());
        if (context.customer() != null) {
            data.put("customer", context.customer());
        }
        return data;
    }

    /**
     * An event of an offer.
     *
     * @param what happened; with the offer, the id of the event
     */
    public static Message message(Offer offer, EventType type, String what, Instant time, ObjectNode data) {
        return new Message(
                offer.tenant(),
                offer.id() + ":" + what,
                type,
                offer.subject(),
                time,
                key(offer),
                data.toString().getBytes(UTF_8),
                null);
    }

    /** The same for every event of the offer. */
    private static byte[] key(Offer offer) {
        String survey = offer.survey().toString();
        String id = offer.id().toString();
        Context context = offer.context();
        return PartitionKey.of(new Event(
                offer.tenant(),
                "",
                "",
                EventType.SURVEY_OFFERED,
                offer.subject(),
                0,
                new SurveyOffered(
                        survey, offer.version(), id, null, context.channel(), context.language(), context.customer())));
    }
}
