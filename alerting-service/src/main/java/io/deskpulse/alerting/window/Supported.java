package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which metrics rules can watch: those whose windows are the sum of their minutes. Pure functions. */
public final class Supported {
    private static final Set<Formula> COUNTS = EnumSet.of(Formula.SUM, Formula.PER_MINUTE, Formula.MONEY_SUM);
    private static final Set<Formula> RATES = EnumSet.of(Formula.RATIO, Formula.TOP_BOX);
    private static final Set<Formula> MONEY = EnumSet.of(Formula.MONEY_SUM, Formula.MONEY_RATIO, Formula.MONEY_SHARE);

    private Supported() {}

    /** Why a metric cannot be watched; empty where it can. */
    public static Optional<String> refusal(Metric metric) {
        if (!metric.live()) {
            return Optional.of("is not counted yet");
        }
        return switch (metric.formula()) {
            case DISTINCT -> Optional.of("counts different things, which do not add up over minutes");
            case GREATEST_OPEN -> Optional.of("rests on all that ever began, not on a window");
            case UPTIME -> Optional.of("is made of incidents, which are not in measurements; watch incidents instead");
            case HOURS_SAVED -> Optional.of("weighs one metric with another of a longer time");
            default -> Optional.empty();
        };
    }

    /** Whether its values are of one currency, which the rule must name. */
    public static boolean money(Metric metric) {
        return MONEY.contains(metric.formula());
    }

    /** Whether a burn rate can be told: a share of things that are good or bad. */
    public static boolean rate(Metric metric) {
        return RATES.contains(metric.formula());
    }

    /** Whether a value has a 95 % interval. */
    public static boolean hasInterval(Metric metric, Stat stat) {
        return !COUNTS.contains(metric.formula()) && !money(metric) && stat(metric, stat) != Stat.COUNT;
    }

    /** Whether it can be told if a change is more than chance. */
    public static boolean hasSignificance(Metric metric, Stat stat) {
        Stat asked = stat(metric, stat);
        return hasInterval(metric, stat) && (asked == null || !asked.isQuantile());
    }

    /** Whether the value of a window that is not over yet only grows. */
    public static boolean grows(Metric metric, Stat stat) {
        return metric.formula() == Formula.SUM
                || metric.formula() == Formula.PER_MINUTE
                || stat(metric, stat) == Stat.COUNT;
    }

    private static Stat stat(Metric metric, Stat stat) {
        return stat == null ? metric.stat() : stat;
    }
}
