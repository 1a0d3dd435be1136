package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import java.util.List;

/** A file of tests, as far as it could be read. */
sealed interface TestFile {
    /** Its rules, and what they are to do. */
    record Sound(String tenant, List<Rule> rules, List<TestCase> tests) implements TestFile {
        public Sound {
            rules = List.copyOf(rules);
            tests = List.copyOf(tests);
        }
    }

    /** All that is wrong with it; never empty. */
    record Faulty(List<RuleFault> faults) implements TestFile {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
