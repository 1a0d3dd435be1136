package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.metrics.folding.Filing;

/** An event of a closed or unknown conversation that begins nothing. */
final class Stray {
    private Stray() {}

    /**
     * Files it: a message with the measures of messages, anything else as an orphan.
     *
     * @param customerWrote whether the conversation's last episode has a public customer message
     */
    static void file(Occurrence occurrence, Dimensions dimensions, boolean customerWrote, Filing filing) {
        if (occurrence.data() instanceof ConversationMessage message) {
            MessageMeasures.file(message, occurrence.timeMillis(), dimensions, customerWrote, filing);
        } else {
            filing.count(occurrence.timeMillis(), dimensions, Measure.ORPHAN_EVENTS, 1);
        }
    }
}
