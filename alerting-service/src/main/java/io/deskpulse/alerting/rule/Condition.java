package io.deskpulse.alerting.rule;

import java.time.Duration;

/** What is wrong with a metric when its alert is to fire. Immutable. */
public sealed interface Condition {

    /** What has to be beyond the limit. */
    enum Certainty {
        /** The value itself. */
        VALUE,
        /** The bound of its 95 % interval that is nearer to good: small samples do not page. */
        BOUND
    }

    /** With what a change is compared. */
    enum Baseline {
        /** The window before this one. */
        PREVIOUS,
        /** The same time of the week before. */
        LAST_WEEK
    }

    /** How a change is measured. */
    enum Measure {
        /** In the metric's unit. */
        ABSOLUTE,
        /** As a share of the baseline: -0.2 is a fifth less. */
        RELATIVE
    }

    /**
     * The value is beyond a limit.
     *
     * @param limit in the metric's unit
     * @param recovery what the value must be back beyond for the alert to end; null where that is the limit
     */
    record Threshold(Operator operator, double limit, Double recovery, Certainty certainty) implements Condition {}

    /**
     * The value has changed.
     *
     * @param limit of the change
     * @param recovery as of a threshold, of the change; null where that is the limit
     * @param significant whether the change must be more than chance (95 %)
     */
    record Change(
            Baseline baseline, Measure measure, Operator operator, double limit, Double recovery, boolean significant)
            implements Condition {}

    /**
     * The budget of bad things is used up too fast, in both of two windows; for rates and top boxes. The rule's own window is the long one.
     *
     * @param objective share of good things, such as 0.95
     * @param factor times the pace that would just use the budget up
     * @param shortWindow so that it ends soon after it is over
     */
    record BurnRate(double objective, double factor, Duration shortWindow) implements Condition {}

    /** There is nothing in the window. */
    record NoData() implements Condition {}

    /** Fires always: whoever misses it knows that alerting is dead. */
    record Always() implements Condition {}
}
