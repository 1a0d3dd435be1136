package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.contracts.event.SurveyData;
import io.deskpulse.contracts.event.SurveyFinished;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.contracts.event.SurveyShown;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.state.CorruptStateException;
import io.deskpulse.metrics.folding.state.Hash64;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The surveys offered in a conversation. Each offer belongs to the episode that was the latest when it was made, or to the
 * first that begins where there was none. Mutable, used by one thread.
 */
public final class Offers {
    /** Offers can be answered for 366 days at most; older ones are forgotten. */
    private static final long KEPT_MILLIS = Duration.ofDays(400).toMillis();

    private final List<Offer> offers = new ArrayList<>(1);

    public boolean isEmpty() {
        return offers.isEmpty();
    }

    /**
     * Applies what happened to an offer.
     *
     * @param timeMillis when
     * @param latest the number of the conversation's latest episode; 0 where none has begun
     * @param attribution that of the latest episode
     */
    public void apply(SurveyData data, long timeMillis, int latest, Attribution attribution, Filing filing) {
        Offer offer = offer(data, timeMillis, latest);
        Attribution own = latest == 0 ? ofEvent(data) : offer.attribution(attribution);
        if (data instanceof SurveyAnswered answered) {
            offer.seen(own, filing);
            offer.answered(answered, timeMillis, own, filing);
        } else if (data instanceof SurveyShown || data instanceof SurveyFinished || isDelivered(data)) {
            offer.seen(own, filing);
        }
    }

    /**
     * Another episode begins.
     *
     * @param episode the number of the one before
     * @param closed what is filed for that one from now on carries
     */
    public void left(int episode, Attribution closed) {
        for (Offer offer : offers) {
            offer.left(episode, closed);
        }
    }

    /** A widget tells when it shows an offer; all other offers count when they are delivered. */
    private static boolean isDelivered(SurveyData data) {
        return data instanceof SurveyOffered offered && offered.means() != OfferMeans.WIDGET;
    }

    private Offer offer(SurveyData data, long timeMillis, int latest) {
        long id = Hash64.of(data.survey(), data.offer());
        for (Offer offer : offers) {
            if (offer.id() == id) {
                return offer;
            }
        }
        long offeredAt =
                data instanceof SurveyAnswered answered ? answered.offeredAt().toEpochMilli() : timeMillis;
        offers.removeIf(offer -> offeredAt - offer.offeredAt() > KEPT_MILLIS);
        Offer added = new Offer(id, Math.max(1, latest), offeredAt);
        offers.add(added);
        return added;
    }

    /** Nothing is known but what the event says itself. */
    private static Attribution ofEvent(SurveyData data) {
        return new Attribution(
                Dimensions.UNKNOWN.with(Dimension.CHANNEL, data.channel()).with(Dimension.LANGUAGE, data.language()),
                false);
    }

    /** Writes the offers; there must be some. */
    public void write(StateWriter writer) {
        KnownDimensions known = new KnownDimensions();
        writer.writeUnsigned(offers.size());
        for (Offer offer : offers) {
            offer.write(writer, known);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Offers read(StateReader reader) {
        Offers read = new Offers();
        KnownDimensions known = new KnownDimensions();
        int count = reader.readCount(Offer.LEAST_BYTES);
        if (count == 0) {
            throw new CorruptStateException("offers are written only where there are any");
        }
        for (int i = 0; i < count; i++) {
            read.offers.add(Offer.read(reader, known));
        }
        return read;
    }
}
