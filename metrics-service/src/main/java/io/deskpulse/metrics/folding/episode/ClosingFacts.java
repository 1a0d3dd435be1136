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
        writer.writeFlags(customerWrote, involved, answered, human, escalated, confirmed, goal, repeated);
    }

    static ClosingFacts read(StateReader reader) {
        boolean[] flags = reader.readFlags();
        return new ClosingFacts(flags[0], flags[1], flags[2], flags[3], flags[4], flags[5], flags[6], flags[7]);
    }
}
