package io.deskpulse.metrics.query;

import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.List;

/** How one question is answered: what to read, and what to make of it. Used once, by one thread. */
interface Plan {
    /** The plan for a question. */
    static Plan of(Question question, Limits limits, long nowMillis) {
        return switch (question.metric().formula()) {
            case MEAN ->
                ScorePlan.isFor(question.metric())
                        ? new ScorePlan(question, limits)
                        : new TalliedPlan(question, limits);
            case SUM, RATIO, DISTRIBUTION, DISTINCT, PER_MINUTE -> new TalliedPlan(question, limits);
            case TOP_BOX, NET_PROMOTER -> new ScorePlan(question, limits);
            case MONEY_RATIO -> new MoneyPlan(question, limits);
            case GREATEST_OPEN -> new ConcurrencyPlan(question, limits, nowMillis);
            case HOURS_SAVED -> new HoursSavedPlan(question, limits);
            case UPTIME -> new UptimePlan(question, nowMillis);
            case MONEY_SUM, MONEY_SHARE ->
                throw new IllegalStateException(question.metric().id() + ": live, and nothing answers it");
        };
    }

    /** What to read. */
    List<Cut> cuts();

    /** Whether the tenant's incidents are to be read too. */
    default boolean outages() {
        return false;
    }

    /** The groups that something was found of; known after reading. */
    Iterable<List<String>> groups();

    /** A point of a group; a group that nothing was found of gives an empty one. */
    Point point(List<String> group, int point, Reading reading);

    /** What was assumed where nothing is known; known after all points. */
    default List<String> assumptions() {
        return List.of();
    }
}
