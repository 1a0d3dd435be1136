package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.instance.Verdict.BREACHED;
import static io.deskpulse.alerting.instance.Verdict.INSUFFICIENT;
import static io.deskpulse.alerting.instance.Verdict.NO_DATA;
import static io.deskpulse.alerting.instance.Verdict.RECOVERED;

import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.rule.Condition.BurnRate;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.catalogue.definition.Direction;
import java.time.Duration;

/**
 * The budget of bad things (1 less the objective) is used up more than so many times too fast, in the rule's window and in a shorter one that ends
 * with it. Source: Google, "The Site Reliability Workbook" (2018), chapter 5.
 */
record BurnRateCheck(BurnRate burnRate, Direction direction, int minSamples) implements Check {
    @Override
    public Judgement judge(Reading now, Past past) {
        Verdict verdict = verdict(now, past.window(burnRate.shortWindow(), Duration.ZERO));
        return Judgement.of(verdict, now, direction == Direction.LOWER ? mostBad() : 1 - mostBad());
    }

    private Verdict verdict(Reading now, Reading lately) {
        if (now.figure().value() == null) {
            return NO_DATA;
        }
        if (Check.tooSmall(now, minSamples) || lately.figure().value() == null) {
            return INSUFFICIENT;
        }
        return bad(now) > mostBad() && bad(lately) > mostBad() ? BREACHED : RECOVERED;
    }

    /** The share of bad things at which the budget is used up just so fast. */
    private double mostBad() {
        return burnRate.factor() * (1 - burnRate.objective());
    }

    private double bad(Reading reading) {
        double value = reading.figure().value();
        return direction == Direction.LOWER ? value : 1 - value;
    }
}
