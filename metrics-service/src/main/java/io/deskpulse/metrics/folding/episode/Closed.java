package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.journey.Journey.Status;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * The last episode is closed for good.
 *
 * @param last what is remembered of it
 */
record Closed(ClosedEpisode last) implements Phase {
    static final int TAG = 3;

    @Override
    public Phase apply(Occurrence occurrence, Books books) {
        boolean afterClose = occurrence.timeMillis() > last.closedAt();
        if (occurrence.data() instanceof ConversationReopened) {
            return reopen(occurrence, books);
        }
        if (afterClose && occurrence.isCustomerMessage()) {
            return reopen(occurrence, books).apply(occurrence, books);
        }
        if (afterClose && occurrence.data() instanceof ConversationStarted started) {
            return begin(Attributes.of(started), occurrence, books);
        }
        Stray.file(occurrence, last.dimensions(), last.facts().customerWrote(), books.filingFor(last.attributes()));
        return this;
    }

    @Override
    public int episodeNumber() {
        return last.number();
    }

    @Override
    public Attributes attributes() {
        return last.attributes();
    }

    @Override
    public Dimensions dimensionsAt(long timeMillis, IdleTimes idleTimes) {
        return last.dimensions();
    }

    @Override
    public void write(StateWriter writer) {
        writer.writeByte(TAG);
        last.write(writer);
    }

    private Open reopen(Occurrence occurrence, Books books) {
        books.filingFor(last.attributes()).count(last.closedAt(), last.dimensions(), Measure.REOPENED, 1);
        books.publish(last, Status.CLOSED, true);
        return begin(last.attributes(), occurrence, books);
    }

    private Open begin(Attributes attributes, Occurrence occurrence, Books books) {
        return new Open(Episode.begin(last.number() + 1, attributes, occurrence, books));
    }
}
