package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.Rule;
import java.util.Map;

/** Puts what was decided into words. Thread-safe; never fails: a text that cannot be made is replaced by a plain one. */
public interface Wording {
    /** The identity of the instance of a group: the rule's labels, and those that every alert has. */
    Labels labels(Rule rule, Map<String, String> group);

    /** The same with annotations and links as they read at this moment. */
    Transition worded(Rule rule, Transition bare);
}
