package io.deskpulse.metrics.folding.episode;

import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * What was true of an episode at its close. Immutable.
 *
 * @param customerWrote a public customer message came
 * @param involved a bot responded
 * @param answered a bot replied
 * @param human a human wrote in public
 * @param escalated it was handed to a human, for another reason than a technical limit
 * @param confirmed the customer confirmed the solution that stands
 * @param goal its goal was reached
 * @param repeated the customer sent the same text three times or more
 */
record ClosingFacts(
        boolean customerWrote,
        boolean involved,
        boolean answered,
        boolean human,
        boolean escalated,
        boolean confirmed,
        boolean goal,
        boolean repeated) {

    void write(StateWriter writer) {
        writer.writeByte((customerWrote ? 1 : 0)
                | (involved ? 2 : 0)
                | (answered ? 4 : 0)
                | (human ? 8 : 0)
                | (escalated ? 16 : 0)
                | (confirmed ? 32 : 0)
                | (goal ? 64 : 0)
                | (repeated ? 128 : 0));
    }

    static ClosingFacts read(StateReader reader) {
        int flags = reader.readByte();
        return new ClosingFacts(
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0,
                (flags & 8) != 0,
                (flags & 16) != 0,
                (flags & 32) != 0,
                (flags & 64) != 0,
                (flags & 128) != 0);
    }
}
