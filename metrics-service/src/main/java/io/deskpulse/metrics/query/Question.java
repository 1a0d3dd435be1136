package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import java.time.ZoneId;
import java.util.List;

/**
 * A question that can be answered.
 *
 * @param metric what is asked for
 * @param buckets for which times
 * @param step how long each is
 * @param zone by whose calendar
 * @param by names of dimensions, or of a part of the metric's own, that the answer is split by
 * @param where what is counted
 * @param stat what of a distribution is the value; null for other metrics
 * @param compare whether the period before is wanted too
 */
record Question(
        Metric metric,
        Buckets buckets,
        Step step,
        ZoneId zone,
        List<String> by,
        Where where,
        Stat stat,
        boolean compare)
        implements Understanding {

    Question {
        by = List.copyOf(by);
    }

    /** The same about other times. */
    Question about(Buckets others) {
        return new Question(metric, others, step, zone, by, where, stat, false);
    }
}
