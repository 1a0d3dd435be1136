package io.deskpulse.metrics.folding.visit;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.VisitStarted;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * What {@code visit.started} says of a visit. Immutable.
 *
 * @param channel or null
 * @param campaign or null
 * @param segment or null
 * @param region or null
 */
record VisitAttributes(String channel, String campaign, String segment, String region) {
    /** No {@code visit.started} has come. */
    static final VisitAttributes UNKNOWN = new VisitAttributes(null, null, null, null);

    static VisitAttributes of(VisitStarted started) {
        return new VisitAttributes(started.channel(), started.campaign(), started.segment(), started.region());
    }

    /** What a visit does not know stays unknown. */
    Dimensions dimensions() {
        return Dimensions.of(channel, null, null, null, campaign, segment, region, null, null);
    }

    void write(StateWriter writer) {
        writer.writeText(channel);
        writer.writeText(campaign);
        writer.writeText(segment);
        writer.writeText(region);
    }

    static VisitAttributes read(StateReader reader) {
        return new VisitAttributes(reader.readText(), reader.readText(), reader.readText(), reader.readText());
    }
}
