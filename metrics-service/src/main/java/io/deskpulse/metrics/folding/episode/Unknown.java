package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.metrics.folding.state.StateWriter;

/** No episode of the conversation has begun. */
enum Unknown implements Phase {
    INSTANCE;

    static final int TAG = 0;

    @Override
    public Phase apply(Occurrence occurrence, Books books) {
        if (occurrence.data() instanceof ConversationStarted started) {
            return new Open(Episode.begin(1, Attributes.of(started), occurrence, books));
        }
        if (occurrence.isPublicMessage()) {
            return new Open(Episode.begin(1, Attributes.UNKNOWN, occurrence, books)).apply(occurrence, books);
        }
        Stray.file(occurrence, Dimensions.UNKNOWN, false, books.filing());
        return this;
    }

    @Override
    public int episodeNumber() {
        return 0;
    }

    @Override
    public Attributes attributes() {
        return Attributes.UNKNOWN;
    }

    @Override
    public Dimensions dimensionsAt(long timeMillis, IdleTimes idleTimes) {
        return Dimensions.UNKNOWN;
    }

    @Override
    public void write(StateWriter writer) {
        writer.writeByte(TAG);
    }
}
