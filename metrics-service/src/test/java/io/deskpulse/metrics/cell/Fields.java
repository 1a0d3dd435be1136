package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Measure;

/** Reads one measure out of a field of a block. */
public final class Fields {
    private Fields() {}

    /** How the key of its block ends. */
    public static String part(Split split, Measure measure) {
        Bundle bundle = Bundle.of(split, measure);
        return bundle == null ? measure.id() : bundle.id();
    }

    public static Series series(Split split, Measure measure, int slots, byte[] packed) {
        if (Bundle.of(split, measure) == null) {
            return SeriesCodec.decode(measure.shape(), slots, packed);
        }
        Series[] found = {new Series(measure.shape(), slots)};
        BundleCodec.decode(slots, packed, (each, series) -> found[0] = each == measure ? series : found[0]);
        return found[0];
    }
}
