package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Retention;
import io.deskpulse.metrics.query.Refusal.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Says that buckets which a question needs are not kept any more, and which question can be answered. */
final class Forgotten {
    private Forgotten() {}

    static Refusal refusal(Question question, Measure measure, Granularity granularity, long nowMillis) {
        Instant kept = Instant.ofEpochMilli(nowMillis - Retention.millis(granularity, measure))
                .plus(1, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MINUTES);
        String what = granularity.name().toLowerCase(Locale.ROOT) + "s of "
                + question.metric().id() + " are kept since " + kept + " only, and the ";
        return new Refusal(Reason.NOT_KEPT, parameter(question, granularity), what + advice(question, granularity));
    }

    private static String parameter(Question question, Granularity granularity) {
        if (question.compare()) {
            return "compare";
        }
        return question.step() != Step.TOTAL && isFinerThanAsked(question.step(), granularity) ? "zone" : "from";
    }

    private static boolean isFinerThanAsked(Step step, Granularity granularity) {
        return switch (granularity) {
            case MINUTE -> step != Step.MINUTE;
            case HOUR -> step != Step.MINUTE && step != Step.HOUR;
            case DAY -> false;
        };
    }

    private static String advice(Question question, Granularity granularity) {
        String finer =
                switch (granularity) {
                    case MINUTE -> "whole hours of UTC (zone without half hours), which are made of hours";
                    case HOUR -> "whole days of UTC (zone=UTC), which are made of days";
                    case DAY -> "a later from";
                };
        return switch (parameter(question, granularity)) {
            case "compare" -> "range before is older; leave compare out, or ask for " + finer;
            case "zone" -> "buckets of " + question.zone() + " are made of them; begin later, or ask for " + finer;
            default -> "range needs older ones; begin later, or ask for " + finer;
        };
    }
}
