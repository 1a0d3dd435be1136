package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.metrics.folding.state.CorruptStateException;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes each combination once and refers to it afterwards: all that is filed for an offer mostly has the same. */
final class KnownDimensions {
    private static final int NONE = 0;
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final List<Dimensions> known = new ArrayList<>(1);

    /** Writes a combination, or that there is none. */
    void write(StateWriter writer, Dimensions dimensions) {
        if (dimensions == null) {
            writer.writeUnsigned(NONE);
            return;
        }
        int place = known.indexOf(dimensions);
        if (place >= 0) {
            writer.writeUnsigned(place + 1L);
            return;
        }
        known.add(dimensions);
        writer.writeUnsigned(known.size());
        for (Dimension dimension : DIMENSIONS) {
            String value = dimensions.get(dimension);
            writer.writeText(value.equals(Dimension.UNKNOWN) ? null : value);
        }
    }

    /** Reads what {@link #write} wrote; null where there is none. */
    Dimensions read(StateReader reader) {
        long place = reader.readUnsigned();
        if (place == NONE) {
            return null;
        }
        if (place < 0 || place > known.size() + 1) {
            throw new CorruptStateException("no combination " + place);
        }
        if (place == known.size() + 1) {
            String[] values = new String[DIMENSIONS.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = reader.readText();
            }
            known.add(Dimensions.of(values));
        }
        return known.get((int) place - 1);
    }
}
