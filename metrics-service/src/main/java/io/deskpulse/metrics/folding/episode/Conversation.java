package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.ConversationData;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.SurveyData;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.cost.Money;
import io.deskpulse.metrics.folding.state.SeenEvents;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import io.deskpulse.metrics.folding.survey.Attribution;
import io.deskpulse.metrics.folding.survey.Offers;
import java.util.function.Consumer;

/**
 * One conversation: its episodes one after the other, the costs that name it and the surveys offered in it. The rules are those of
 * docs/reference/episodes.md. Mutable, used by one thread.
 */
public final class Conversation implements Subject {
    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 320;

    private final SubjectKey key;
    private final IdleTimes idleTimes;
    private final SeenEvents seen;
    private final Offers offers;
    private Phase phase;

    /** A conversation of which nothing is known. */
    public Conversation(SubjectKey key, IdleTimes idleTimes) {
        this(key, idleTimes, Unknown.INSTANCE, new SeenEvents(), new Offers());
    }

    private Conversation(SubjectKey key, IdleTimes idleTimes, Phase phase, SeenEvents seen, Offers offers) {
        this.key = key;
        this.idleTimes = idleTimes;
        this.phase = phase;
        this.seen = seen;
        this.offers = offers;
    }

    /**
     * A conversation as {@link #encode} wrote it.
     *
     * @throws io.deskpulse.metrics.folding.state.CorruptStateException where it did not write these bytes
     */
    public static Conversation decode(SubjectKey key, IdleTimes idleTimes, byte[] state) {
        StateReader reader = new StateReader(state, VERSION);
        Phase phase = Phase.read(reader);
        SeenEvents seen = SeenEvents.read(reader);
        Offers offers = reader.hasMore() ? Offers.read(reader) : new Offers();
        Conversation decoded = new Conversation(key, idleTimes, phase, seen, offers);
        reader.end();
        return decoded;
    }

    @Override
    public boolean apply(Event event, Arrival arrival, Filing filing, Consumer<Journey> journeys) {
        if (!seen.add(event)) {
            return false;
        }
        if (event.data() instanceof ConversationData data) {
            Occurrence occurrence = new Occurrence(data, event.timeMillis(), arrival);
            apply(occurrence, new Books(key, idleTimes, filing, journeys));
        } else if (event.data() instanceof SurveyData survey) {
            Attribution attribution = attributionAt(event.timeMillis());
            offers.apply(survey, event.timeMillis(), phase.episodeNumber(), attribution, filing);
        } else if (event.data() instanceof CostRecorded cost
                && !phase.attributes().test()) {
            file(cost, event.timeMillis(), filing);
        }
        return true;
    }

    @Override
    public Deadlines deadlines() {
        return phase.deadlines(idleTimes);
    }

    @Override
    public void timeOut(Clocks clocks, Filing filing, Consumer<Journey> journeys) {
        phase = phase.timeOut(clocks, new Books(key, idleTimes, filing, journeys));
    }

    @Override
    public byte[] encode() {
        StateWriter writer = new StateWriter(USUAL_BYTES + seen.bytes(), VERSION);
        phase.write(writer);
        seen.write(writer);
        if (!offers.isEmpty()) {
            offers.write(writer);
        }
        return writer.toBytes();
    }

    private void apply(Occurrence occurrence, Books books) {
        if (offers.isEmpty()) {
            phase = phase.apply(occurrence, books);
            return;
        }
        int episode = phase.episodeNumber();
        Attribution before = attributionAt(occurrence.timeMillis());
        phase = phase.apply(occurrence, books);
        if (episode > 0 && phase.episodeNumber() > episode) {
            offers.left(episode, before);
        }
    }

    /** Of the latest episode: as closed, where an event of that time finds it idle for too long. */
    private Attribution attributionAt(long timeMillis) {
        return new Attribution(
                phase.dimensionsAt(timeMillis, idleTimes), phase.attributes().test());
    }

    private void file(CostRecorded cost, long timeMillis, Filing filing) {
        Dimensions known = phase.dimensionsAt(timeMillis, idleTimes);
        Dimensions dimensions = cost.handler() == null
                ? known
                : known.with(Dimension.HANDLER, cost.handler().wire());
        filing.money(timeMillis, dimensions, Measure.COST, cost.currency(), Money.micros(cost.amount()));
    }
}
