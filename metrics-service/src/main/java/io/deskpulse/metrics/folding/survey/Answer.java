package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.stream.Stream;

/**
 * The answer to one question as it stands, with all that is needed to take back what was filed.
 *
 * @param question the hash of its id
 * @param revision how often it was changed, from 1
 * @param stands whether it was not taken back
 * @param score the measure of its score; null where it has none that is counted
 * @param value the score
 * @param at when it was given
 * @param filedWith what its score was filed with; null where the episode is left out
 */
record Answer(long question, int revision, boolean stands, Measure score, int value, long at, Dimensions filedWith) {
    static final int LEAST_BYTES = 6;

    /** By what is written: none, then each in its order. */
    private static final Measure[] WRITTEN = Stream.concat(Stream.of((Measure) null), Stream.of(Measure.values()))
            .toArray(Measure[]::new);

    static Answer of(long question, SurveyAnswered event, long timeMillis, Dimensions dimensions) {
        boolean scored = !event.withdrawn() && event.value() != null;
        return new Answer(
                question,
                event.revision(),
                !event.withdrawn(),
                scored ? Scores.measureOf(event.kind(), event.scale()) : null,
                scored ? (int) (double) event.value() : 0,
                timeMillis,
                dimensions);
    }

    /** Files the score, or takes it back with weight -1. */
    void file(int weight, Filing filing) {
        if (score != null && filedWith != null) {
            filing.quantity(at, filedWith, score, value, weight);
        }
    }

    void write(StateWriter writer, KnownDimensions known) {
        writer.writeSigned(question);
        writer.writeUnsigned(revision);
        writer.writeFlags(stands);
        writer.writeByte(score == null ? 0 : score.ordinal() + 1);
        writer.writeSigned(value);
        writer.writeTime(at);
        known.write(writer, filedWith);
    }

    static Answer read(StateReader reader, KnownDimensions known) {
        long question = reader.readSigned();
        int revision = (int) reader.readUnsigned();
        boolean stands = reader.readFlags()[0];
        return new Answer(
                question,
                revision,
                stands,
                reader.readConstant(WRITTEN),
                (int) reader.readSigned(),
                reader.readTime(),
                known.read(reader));
    }
}
