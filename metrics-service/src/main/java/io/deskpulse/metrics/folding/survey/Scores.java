package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;

/** Which scores are counted: each scale is a measure of its own. */
final class Scores {
    private Scores() {}

    /** The measure of scores of a kind on a scale; null where such are not counted. */
    static Measure measureOf(QuestionKind kind, Scale scale) {
        return switch (kind) {
            case CSAT -> onScale(scale, Measure.CSAT, Measure.CSAT3, Measure.CSAT7, Measure.CSAT10);
            case NPS -> onScale(scale, Measure.NPS);
            case CES -> onScale(scale, Measure.CES, Measure.CES5);
            case RATING, CHOICE, TEXT -> null;
        };
    }

    private static Measure onScale(Scale scale, Measure... measures) {
        for (Measure measure : measures) {
            if (measure.scale().least() == scale.min() && measure.scale().greatest() == scale.max()) {
                return measure;
            }
        }
        return null;
    }
}
