package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.journey.Journey.Status;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * The last episode was closed and filed because a clock went on, though nobody has declared that nothing more comes.
 * It is kept whole until that is certain: an event timed within the idle time proves that it was not idle, and takes
 * the close back (docs/decisions/0003).
 *
 * @param episode as it was when it closed
 */
record PresumedClosed(Episode episode) implements Phase {
    static final int TAG = 2;

    @Override
    public Phase apply(Occurrence occurrence, Books books) {
        ClosedEpisode closed = episode.closedByTimeout();
        if (episode.activity().isOverAt(occurrence.timeMillis(), episode.idleMillis(books.idleTimes()))) {
            return new Closed(closed).apply(occurrence, books);
        }
        ClosingMeasures.file(episode, closed, books, -1);
        books.publish(closed, Status.WITHDRAWN, false);
        return new Open(episode).apply(occurrence, books);
    }

    @Override
    public Phase timeOut(Clocks clocks, Books books) {
        return episode.activity().isDeclaredOver(clocks, episode.idleMillis(books.idleTimes()))
                ? new Closed(episode.closedByTimeout())
                : this;
    }

    @Override
    public Deadlines deadlines(IdleTimes idleTimes) {
        return episode.activity().finalDeadlines(episode.idleMillis(idleTimes));
    }

    @Override
    public int episodeNumber() {
        return episode.number();
    }

    @Override
    public Attributes attributes() {
        return episode.attributes();
    }

    /** As if it were open, or numbers would depend on when timers are looked at. */
    @Override
    public Dimensions dimensionsAt(long timeMillis, IdleTimes idleTimes) {
        return new Open(episode).dimensionsAt(timeMillis, idleTimes);
    }

    @Override
    public void write(StateWriter writer) {
        writer.writeByte(TAG);
        episode.write(writer);
    }
}
