package io.deskpulse.alerting.rule;

import java.util.List;

/** The rules in force, of all tenants. Calls block; thread-safe. */
public interface RuleBook {
    /** Changes whenever a rule does, whichever instance or file it comes from. Cheap: asked once a second. */
    long revision();

    /** All rules that are enabled. */
    List<Rule> enabled();
}
