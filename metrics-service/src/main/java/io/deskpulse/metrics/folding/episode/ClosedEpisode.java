package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered of an episode after its close. Immutable.
 *
 * @param number in its conversation, from 1
 * @param attributes as known at the close
 * @param startedAt its start
 * @param closedAt its close; may be before the start where the platform's clocks differ
 * @param endReason why it closed
 * @param outcome what came of it
 * @param handler who dealt with it
 * @param topic what it was about, or null
 * @param facts the rest
 */
record ClosedEpisode(
        int number,
        Attributes attributes,
        long startedAt,
        long closedAt,
        EndReason endReason,
        Outcome outcome,
        Handler handler,
        String topic,
        ClosingFacts facts) {
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Handler[] HANDLERS = Handler.values();
    private static final Dimension[] DIMENSIONS = Dimension.values();

    /** The dimensions of its close, and of all that is filed later. */
    Dimensions dimensions() {
        return attributes.dimensions(handler.value(), topic);
    }

    /** What readers of journeys are told; the revision is set by the receiver. */
    Journey journey(SubjectKey conversation, Journey.Status status, boolean reopened) {
        return new Journey(
                conversation.tenant() + "/" + conversation.id() + "#" + number,
                0,
                status,
                conversation.tenant(),
                conversation.id(),
                number,
                attributes.customer(),
                attributes.visitor(),
                dimensionsById(),
                startedAt,
                closedAt,
                endReason.wire(),
                outcome.value(),
                facts.involved(),
                facts.answered(),
                facts.human(),
                facts.escalated(),
                facts.confirmed(),
                facts.goal(),
                facts.repeated(),
                reopened);
    }

    private Map<String, String> dimensionsById() {
        Dimensions dimensions = dimensions();
        Map<String, String> byId = new LinkedHashMap<>();
        for (Dimension dimension : DIMENSIONS) {
            byId.put(dimension.id(), dimensions.get(dimension));
        }
        return byId;
    }

    void write(StateWriter writer) {
        writer.writeUnsigned(number);
        attributes.write(writer);
        writer.writeSigned(startedAt);
        writer.base(startedAt);
        writer.writeTime(closedAt);
        writer.writeByte(endReason.ordinal());
        writer.writeByte(outcome.ordinal());
        writer.writeByte(handler.ordinal());
        writer.writeText(topic);
        facts.write(writer);
    }

    static ClosedEpisode read(StateReader reader) {
        int number = (int) reader.readUnsigned();
        Attributes attributes = Attributes.read(reader);
        long startedAt = reader.readSigned();
        reader.base(startedAt);
        return new ClosedEpisode(
                number,
                attributes,
                startedAt,
                reader.readTime(),
                reader.readConstant(END_REASONS),
                reader.readConstant(OUTCOMES),
                reader.readConstant(HANDLERS),
                reader.readText(),
                ClosingFacts.read(reader));
    }
}
