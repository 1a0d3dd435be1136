package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.event.Confirmation;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * A standing {@code conversation.resolved}. Immutable.
 *
 * @param atMillis its own time
 * @param byHuman else by the bot
 * @param confirmed by the customer, else assumed by the platform
 */
record Resolution(long atMillis, boolean byHuman, boolean confirmed) {
    static Resolution of(ConversationResolved resolved, long timeMillis) {
        return new Resolution(
                timeMillis, resolved.by() == Party.HUMAN, resolved.confirmation() == Confirmation.CONFIRMED);
    }

    /** Writes one, or that there is none. */
    static void write(Resolution resolution, StateWriter writer) {
        if (resolution == null) {
            writer.writeTime(StateWriter.NEVER);
            return;
        }
        writer.writeTime(resolution.atMillis);
        writer.writeByte((resolution.byHuman ? 1 : 0) | (resolution.confirmed ? 2 : 0));
    }

    /** Reads one, or null where there is none. */
    static Resolution read(StateReader reader) {
        long atMillis = reader.readTime();
        if (atMillis == StateWriter.NEVER) {
            return null;
        }
        int flags = reader.readByte();
        return new Resolution(atMillis, (flags & 1) != 0, (flags & 2) != 0);
    }
}
