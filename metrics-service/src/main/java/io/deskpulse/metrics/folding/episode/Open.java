package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationEscalated;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.journey.Journey.Status;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.state.StateWriter;

/** An episode of the conversation is open. */
record Open(Episode episode) implements Phase {
    static final int TAG = 1;

    @Override
    public Phase apply(Occurrence occurrence, Books books) {
        if (episode.activity().isOverAt(occurrence.timeMillis(), episode.idleMillis(books.idleTimes()))) {
            return closeAs(episode.closedByTimeout(), books).apply(occurrence, books);
        }
        if (occurrence.data() instanceof ConversationEnded ended) {
            return closeAs(episode.closedBy(Ending.of(ended, occurrence.timeMillis())), books);
        }
        long timeMillis = occurrence.timeMillis();
        Arrival arrival = occurrence.arrival();
        if (occurrence.data() instanceof ConversationMessage message) {
            episode.message(message, timeMillis, arrival, books);
        } else if (occurrence.data() instanceof ConversationEscalated escalated) {
            episode.escalated(escalated.reason(), timeMillis, arrival);
        } else if (occurrence.data() instanceof ConversationResolved resolved) {
            episode.resolved(resolved, timeMillis, arrival);
        } else if (occurrence.data() instanceof ConversationStarted started) {
            episode.told(started, timeMillis, arrival);
        } else if (occurrence.data() instanceof ConversationReopened) {
            episode.active(timeMillis, arrival);
        }
        return this;
    }

    @Override
    public Phase timeOut(Clocks clocks, Books books) {
        long idleMillis = episode.idleMillis(books.idleTimes());
        if (episode.activity().isDeclaredOver(clocks, idleMillis)) {
            return closeAs(episode.closedByTimeout(), books);
        }
        if (episode.activity().isPresumedOver(clocks, idleMillis)) {
            closeAs(episode.closedByTimeout(), books);
            return new PresumedClosed(episode);
        }
        return this;
    }

    @Override
    public Deadlines deadlines(IdleTimes idleTimes) {
        return episode.activity().deadlines(episode.idleMillis(idleTimes));
    }

    @Override
    public int episodeNumber() {
        return episode.number();
    }

    @Override
    public Attributes attributes() {
        return episode.attributes();
    }

    /** A cost changes no episode, but one timed after the idle time belongs to what is over. */
    @Override
    public Dimensions dimensionsAt(long timeMillis, IdleTimes idleTimes) {
        return episode.activity().isOverAt(timeMillis, episode.idleMillis(idleTimes))
                ? episode.closedByTimeout().dimensions()
                : episode.attributes().dimensions();
    }

    @Override
    public void write(StateWriter writer) {
        writer.writeByte(TAG);
        episode.write(writer);
    }

    private Closed closeAs(ClosedEpisode closed, Books books) {
        ClosingMeasures.file(episode, closed, books, 1);
        books.publish(closed, Status.CLOSED, false);
        return new Closed(closed);
    }
}
