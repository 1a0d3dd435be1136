package io.deskpulse.alerting.instance;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.alert.State.RECOVERING;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.rule.NoDataPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * The states of an alert instance: normal, pending, firing, recovering. Time is that of the moments that are judged; of a gap between two of them (more than two
 * slides and {@link #PATIENCE}: nobody was looking) one slide counts. Pure and immutable.
 *
 * @param holdFor how long it is breached before it fires
 * @param keepFiringFor how long it is recovered before it ends
 * @param noData what having nothing to judge by is as good as
 * @param slide the usual time from one judgement to the next
 */
public record Machine(Duration holdFor, Duration keepFiringFor, NoDataPolicy noData, Duration slide) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How often it is stored how long something has held: a restart forgets no more. */
    private static final Duration NOTE_EVERY = Duration.ofSeconds(15);

    /** What becomes of an instance that is found to be so at a moment. */
    public Step next(Standing standing, Verdict verdict, Instant at) {
        Duration passed = passed(standing.at(), at);
        Standing now = standing.judged(at);
        return switch (standing.state()) {
            case NORMAL -> normal(now, verdict);
            case PENDING -> pending(now, verdict, passed);
            case FIRING -> firing(now, verdict);
            case RECOVERING -> recovering(now, verdict, passed);
        };
    }

    private Step normal(Standing now, Verdict verdict) {
        if (!breached(verdict)) {
            return Step.stay(now);
        }
        return Step.because(whyBreached(verdict), now.in(holdFor.isZero() ? FIRING : PENDING));
    }

    private Step pending(Standing now, Verdict verdict, Duration passed) {
        if (breached(verdict)) {
            Standing longer = now.holding(now.held().plus(passed));
            return longer.held().compareTo(holdFor) < 0
                    ? note(longer)
                    : Step.because(verdict == Verdict.NO_DATA ? Reason.NO_DATA : Reason.HELD, longer.in(FIRING));
        }
        if (keeps(verdict)) {
            return note(now);
        }
        return Step.because(
                verdict == Verdict.INSUFFICIENT ? Reason.INSUFFICIENT_SAMPLE : whyRecovered(verdict), now.in(NORMAL));
    }

    private Step firing(Standing now, Verdict verdict) {
        if (!recovered(verdict)) {
            return Step.stay(now);
        }
        return Step.because(whyRecovered(verdict), now.in(keepFiringFor.isZero() ? NORMAL : RECOVERING));
    }

    private Step recovering(Standing now, Verdict verdict, Duration passed) {
        if (breached(verdict)) {
            return Step.because(whyBreached(verdict), now.in(FIRING));
        }
        if (verdict == Verdict.BETWEEN) {
            return note(now.holding(Duration.ZERO));
        }
        if (!recovered(verdict)) {
            return note(now);
        }
        Standing longer = now.holding(now.held().plus(passed));
        return longer.held().compareTo(keepFiringFor) < 0
                ? note(longer)
                : Step.because(Reason.KEPT_LONG_ENOUGH, longer.in(NORMAL));
    }

    private boolean breached(Verdict verdict) {
        return verdict == Verdict.BREACHED || verdict == Verdict.NO_DATA && noData == NoDataPolicy.ALERT;
    }

    private boolean recovered(Verdict verdict) {
        return verdict == Verdict.RECOVERED || verdict == Verdict.NO_DATA && noData == NoDataPolicy.OK;
    }

    /** Neither here nor there: everything stays, and time does not count. */
    private boolean keeps(Verdict verdict) {
        return verdict == Verdict.ERROR || verdict == Verdict.NO_DATA && noData == NoDataPolicy.KEEP;
    }

    private static Reason whyBreached(Verdict verdict) {
        return verdict == Verdict.NO_DATA ? Reason.NO_DATA : Reason.BREACHED;
    }

    private static Reason whyRecovered(Verdict verdict) {
        return verdict == Verdict.NO_DATA ? Reason.NO_DATA : Reason.RECOVERED;
    }

    private static Step note(Standing now) {
        boolean worth = Duration.between(now.noted(), now.at()).compareTo(NOTE_EVERY) >= 0;
        return worth ? Step.because(Reason.HELD, now.written()) : Step.stay(now);
    }

    private Duration passed(Instant before, Instant at) {
        if (before == null || !at.isAfter(before)) {
            return Duration.ZERO;
        }
        Duration gap = Duration.between(before, at);
        return gap.compareTo(slide.multipliedBy(2).plus(PATIENCE)) <= 0 ? gap : slide;
    }
}
