package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.Needs;
import io.deskpulse.alerting.window.Windows;
import io.deskpulse.catalogue.definition.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Evaluates the rules of one tenant: cells go into {@link #windows}, {@link #advance} says that time has come so far, and transitions come out. Mutable, not
 * thread-safe; knows no Kafka and no Postgres.
 */
public final class Evaluator {
    private static final Logger LOG = Logger.getLogger(Evaluator.class);

    private final Catalogue catalogue;
    private final Wording wording;
    private final InstantSource clock;
    private Map<String, RuleEvaluation> rules = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private Windows windows;

    /**
     * Begins with empty windows and nothing wrong.
     *
     * @param rules that are in force, of one tenant
     * @param clock when something is decided
     */
    public Evaluator(List<Rule> rules, Catalogue catalogue, Wording wording, InstantSource clock) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.clock = clock;
        change(rules);
        this.windows = new Windows(needs());
    }

    /** Where the tenant's cells go. */
    public Windows windows() {
        return windows;
    }

    /** Goes on with windows that were filled elsewhere. */
    public void use(Windows filled) {
        windows = filled;
    }

    /** What must be kept for the rules in force. */
    public Needs needs() {
        Needs needs = new Needs();
        rules.values().forEach(rule -> rule.watchedRule().needs(needs));
        return needs;
    }

    /** What must be kept for these rules of one tenant; those that cannot be evaluated need nothing. */
    public static Needs needs(List<Rule> rules, Catalogue catalogue) {
        Needs needs = new Needs();
        for (Rule rule : rules) {
            try {
                WatchedRule.of(rule, catalogue).needs(needs);
            } catch (IllegalArgumentException e) {
                // Told where it is evaluated.
                continue;
            }
        }
        return needs;
    }

    /**
     * Takes other rules. Instances go on where they keep their labels, others end. Where {@link #needs} are not within those of the windows, the windows are
     * to be filled anew; what they lack would be taken for nothing.
     */
    public Decided change(List<Rule> inForce) {
        Decided decided = new Decided();
        Map<String, RuleEvaluation> before = rules;
        Map<String, RuleEvaluation> after = new LinkedHashMap<>();
        troubles.clear();
        for (Rule rule : inForce) {
            RuleEvaluation known = before.get(rule.id());
            if (known != null && known.rule().equals(rule)) {
                after.put(rule.id(), known);
            } else {
                make(rule, known, after, decided);
            }
        }
        before.forEach((id, gone) -> {
            if (!after.containsKey(id)) {
                gone.end(decided);
            }
        });
        rules = after;
        return decided;
    }

    private void make(Rule rule, RuleEvaluation known, Map<String, RuleEvaluation> after, Decided decided) {
        try {
            RuleEvaluation made = new RuleEvaluation(WatchedRule.of(rule, catalogue), wording, clock);
            after.put(rule.id(), made);
            if (known != null) {
                made.adopt(known, decided);
            }
        } catch (IllegalArgumentException e) {
            troubles.put(rule.id(), e.getMessage());
        }
    }

    /** Goes on with instances as they were stored; those of rules that are not in force any more, or not like this, end. */
    public Decided restore(List<Alert> standing) {
        Decided decided = new Decided();
        for (Alert alert : standing) {
            RuleEvaluation rule = rules.get(alert.last().rule());
            // Alerts of conversations are not ours.
            if (alert.last().reason() == Reason.HAPPENED) {
                continue;
            }
            if (alert.state() != State.NORMAL && (rule == null || !rule.adopt(alert))) {
                decided.add(ended(alert.last(), rule == null ? Reason.RULE_REMOVED : Reason.RULE_CHANGED));
            }
        }
        return decided;
    }

    /** Somebody has ended an alert by hand. */
    public void endedByHand(Alert alert) {
        RuleEvaluation rule = rules.get(alert.last().rule());
        if (rule != null) {
            rule.endedByHand(alert);
        }
    }

    private Transition ended(Transition last, Reason reason) {
        return new Transition(
                last.tenant(),
                last.rule(),
                last.ruleVersion(),
                last.labels(),
                last.group(),
                last.annotations(),
                last.links(),
                last.to(),
                State.NORMAL,
                reason,
                Evidence.NONE,
                clock.instant(),
                clock.instant(),
                Duration.ZERO);
    }

    /** All that was there before the watermark is counted: judges what can be judged, and forgets what is old. */
    public Decided advance(Instant watermark) {
        Decided decided = new Decided();
        each(rule -> rule.advance(windows, watermark.toEpochMilli(), decided), decided);
        windows.advance(watermark.toEpochMilli());
        return decided;
    }

    /** Looks at windows that are not over yet, for what only grows and may not wait. */
    public Decided hurry(Instant watermark) {
        Decided decided = new Decided();
        each(rule -> rule.hurry(windows, watermark.toEpochMilli(), decided), decided);
        return decided;
    }

    /** A rule that fails takes none of the others along. */
    private void each(Consumer<RuleEvaluation> work, Decided decided) {
        rules.forEach((id, rule) -> {
            try {
                work.accept(rule);
            } catch (RuntimeException e) {
                decided.judged(false, true);
                if (troubles.put(id, "it fails: " + e.getClass().getSimpleName()) == null) {
                    LOG.errorf(
                            "Rule %s of tenant %s cannot be evaluated: %s",
                            id, rule.rule().tenant(), e);
                }
            }
        });
    }

    /** How many groups stand in each state, and beyond the caps. */
    public Census census() {
        Census census = new Census();
        count(census);
        return census;
    }

    void count(Census census) {
        rules.values()
                .forEach(rule -> census.count(rule.rule().tenant(), rule.rule().id(), rule.watched(), rule.leftOut()));
    }

    /** Rules that cannot be evaluated: why, by id. */
    public Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }
}
