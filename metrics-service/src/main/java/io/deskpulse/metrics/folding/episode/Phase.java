package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.state.CorruptStateException;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/** What a conversation is at one time. Each phase says what an event means to it and what the conversation is then. */
sealed interface Phase permits Unknown, Open, PresumedClosed, Closed {
    /** Takes in one event and says what the conversation is then. */
    Phase apply(Occurrence occurrence, Books books);

    /** Looks at the clocks and says what the conversation is then; by itself no phase ends. */
    default Phase timeOut(Clocks clocks, Books books) {
        return this;
    }

    /** When time alone changes something; by itself never. */
    default Deadlines deadlines(IdleTimes idleTimes) {
        return Deadlines.NONE;
    }

    /** The number of the latest episode, from 1; 0 where none has begun. */
    int episodeNumber();

    /** The attributes known now. */
    Attributes attributes();

    /** The dimensions of a cost or an answer of that time that belongs to the latest episode. */
    Dimensions dimensionsAt(long timeMillis, IdleTimes idleTimes);

    /** Writes which phase it is, and what it holds. */
    void write(StateWriter writer);

    /** Reads what {@link #write} wrote. */
    static Phase read(StateReader reader) {
        int tag = reader.readByte();
        return switch (tag) {
            case Unknown.TAG -> Unknown.INSTANCE;
            case Open.TAG -> new Open(Episode.read(reader));
            case PresumedClosed.TAG -> new PresumedClosed(Episode.read(reader));
            case Closed.TAG -> new Closed(ClosedEpisode.read(reader));
            default -> throw new CorruptStateException("no phase " + tag);
        };
    }
}
