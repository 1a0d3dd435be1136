package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import java.util.List;

/** What came of reading a rule. */
public sealed interface Reading {
    /** It can be evaluated. Its version is 0 until it is stored. */
    record Sound(Rule rule) implements Reading {}

    /** All that is wrong with it; never empty. */
    record Faulty(List<RuleFault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
