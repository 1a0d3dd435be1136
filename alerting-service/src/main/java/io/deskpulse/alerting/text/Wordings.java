package io.deskpulse.alerting.text;

import io.deskpulse.alerting.rule.Rule;
import jakarta.inject.Singleton;

/** What to say of the alerts of rules. Thread-safe. */
@Singleton
public class Wordings {
    /** What to say of those of this version of a rule; to be kept as long as the version is in force, its templates are parsed here. */
    public Wording of(Rule rule) {
        return new Wording(rule);
    }
}
