package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures that stand together in one field of the finest split (docs/decisions/0010). There every conversation brings a
 * field of its own, so a field for each measure would be dozens to write for each conversation. Measures of one bundle
 * are kept for the same time.
 */
public enum Bundle {
    /** What opened and what left. */
    FLOW("flow", List.of(Measure.OPENED, Measure.LEFT)),

    /** All other counts and quantities. */
    FACTS("facts", facts());

    private static final Bundle[] OF_MEASURES = ofMeasures();

    private final String id;
    private final List<Measure> measures;
    private final long ordinals;

    Bundle(String id, List<Measure> measures) {
        this.id = id;
        this.measures = measures;
        this.ordinals =
                measures.stream().mapToLong(each -> 1L << each.ordinal()).reduce(0, (a, b) -> a | b);
    }

    /** The bundle of a measure in a split; null where it has a block of its own. */
    public static Bundle of(Split split, Measure measure) {
        return split.isFull() ? OF_MEASURES[measure.ordinal()] : null;
    }

    /** Stands in keys where else the id of a measure does. */
    public String id() {
        return id;
    }

    /** What it holds. */
    public List<Measure> measures() {
        return measures;
    }

    /** The same, a bit for the ordinal of each. */
    public long ordinals() {
        return ordinals;
    }

    private static List<Measure> facts() {
        List<Measure> facts = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            boolean alone = measure.shape() == Shape.MONEY || measure.shape() == Shape.DISTINCT;
            if (!alone && measure != Measure.OPENED && measure != Measure.LEFT) {
                facts.add(measure);
            }
        }
        return List.copyOf(facts);
    }

    private static Bundle[] ofMeasures() {
        Bundle[] bundles = new Bundle[Measure.values().length];
        for (Bundle bundle : values()) {
            for (Measure measure : bundle.measures) {
                bundles[measure.ordinal()] = bundle;
            }
        }
        return bundles;
    }
}
