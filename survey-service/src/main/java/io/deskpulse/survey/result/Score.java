package io.deskpulse.survey.result;

import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A number that sums up the answers to a question, as they are and weighted.
 *
 * @param name {@code mean}, {@code topBox}, {@code easy} or {@code nps}
 */
public record Score(String name, Estimate raw, Estimate weighted) {
    /** Those that a kind of question has; docs/reference/metrics.md defines them. */
    static List<Score> of(QuestionKind kind, Scale scale, Distribution given) {
        Score mean = new Score("mean", given.mean(), given.weightedMean());
        return switch (kind) {
            case NPS -> List.of(new Score("nps", given.netPromoter(), given.weightedNetPromoter()), mean);
            case CES -> List.of(mean, share("easy", scale.max() == 5 ? 4 : 5, given));
            default -> List.of(mean, share("topBox", topBox(scale.max()), given));
        };
    }

    /** The lowest point that counts as satisfied. */
    private static int topBox(int points) {
        return switch (points) {
            case 3 -> 3;
            case 7 -> 6;
            case 10 -> 8;
            default -> 4;
        };
    }

    private static Score share(String name, int least, Distribution given) {
        IntPredicate wanted = point -> point >= least;
        return new Score(name, given.share(wanted), given.weightedShare(wanted));
    }
}
