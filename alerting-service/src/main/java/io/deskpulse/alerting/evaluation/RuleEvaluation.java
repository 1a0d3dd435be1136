package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.instance.Standing;
import io.deskpulse.alerting.instance.Step;
import io.deskpulse.alerting.instance.Verdict;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.Tallies;
import io.deskpulse.alerting.window.Windows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** One rule with its instances. Mutable, not thread-safe. */
final class RuleEvaluation {
    private static final Logger LOG = Logger.getLogger(RuleEvaluation.class);

    private final WatchedRule rule;
    private final Wording wording;
    private final InstantSource clock;
    private final Map<List<String>, Watched> watched = new LinkedHashMap<>();
    private long judgedTo = Long.MIN_VALUE;
    private int leftOut;

    RuleEvaluation(WatchedRule rule, Wording wording, InstantSource clock) {
        this.rule = rule;
        this.wording = wording;
        this.clock = clock;
    }

    Rule rule() {
        return rule.rule();
    }

    WatchedRule watchedRule() {
        return rule;
    }

    Collection<Watched> watched() {
        return watched.values();
    }

    /** Groups beyond the rule's cap, the last time it was looked. */
    int leftOut() {
        return leftOut;
    }

    /** Judges all groups at the last moment that can be judged, unless that was done. */
    void advance(Windows windows, long watermark, Decided decided) {
        long end = rule.due(watermark);
        if (end <= judgedTo) {
            return;
        }
        judgedTo = end;
        Tallies tallies = rule.read(windows, end);
        List<List<String>> seen = rule.cut().whole() ? List.of(List.of()) : tallies.groups();
        watch(seen);
        Iterator<Map.Entry<List<String>, Watched>> all = watched.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<List<String>, Watched> next = all.next();
            boolean there = rule.cut().whole() || tallies.has(next.getKey());
            Watched instance = next.getValue();
            instance.missing = there ? 0 : instance.missing + 1;
            if (rule.forgets() && instance.missing >= rule.rule().pace().vanishAfter()) {
                vanish(instance, end, decided);
                all.remove();
            } else {
                judge(windows, tallies, next.getKey(), instance, end, decided);
            }
        }
    }

    /** Looks whether anything is beyond its limit already though the window is not over; nothing recovers by it. */
    void hurry(Windows windows, long watermark, Decided decided) {
        long end = rule.due(watermark) + rule.rule().query().slide().toMillis();
        if (!rule.early() || watermark < judgedTo) {
            return;
        }
        Tallies tallies = rule.read(windows, end);
        List<List<String>> seen = rule.cut().whole() ? List.of(List.of()) : tallies.groups();
        watch(seen);
        for (List<String> group : seen) {
            Watched instance = watched.get(group);
            if (instance != null && instance.standing.state() != State.FIRING) {
                Judgement judgement = rule.judge(windows, tallies, group, end);
                if (judgement.verdict() == Verdict.BREACHED) {
                    decided.judged(true, false);
                    step(instance, judgement, end, Instant.ofEpochMilli(watermark), decided);
                }
            }
        }
    }

    private void watch(List<List<String>> seen) {
        leftOut = 0;
        for (List<String> group : seen) {
            if (!watched.containsKey(group)) {
                if (watched.size() < rule.rule().pace().maxInstances()) {
                    watched.put(group, watched(group, Standing.NEW));
                } else {
                    leftOut++;
                }
            }
        }
    }

    private Watched watched(List<String> values, Standing standing) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            group.put(rule.rule().query().by().get(i), values.get(i));
        }
        return new Watched(group, wording.labels(rule.rule(), group), standing);
    }

    private void judge(
            Windows windows, Tallies tallies, List<String> group, Watched instance, long end, Decided decided) {
        Instant at = Instant.ofEpochMilli(end);
        // After a restart: something later was judged before it, such as a window that was not over.
        if (instance.standing.at() != null && at.isBefore(instance.standing.at())) {
            return;
        }
        Judgement judgement;
        try {
            judgement = rule.judge(windows, tallies, group, end);
        } catch (RuntimeException e) {
            LOG.debugf(e, "rule %s cannot be evaluated", rule.rule().id());
            judgement = Judgement.ERROR;
        }
        decided.judged(judgement.verdict() == Verdict.BREACHED, judgement.verdict() == Verdict.ERROR);
        step(instance, judgement, end, at, decided);
    }

    private void step(Watched instance, Judgement judgement, long end, Instant at, Decided decided) {
        Step step = rule.machine().next(instance.standing, judgement.verdict(), at);
        State from = instance.standing.state();
        instance.standing = step.to();
        step.reason().ifPresent(reason -> {
            Evidence evidence = judgement.evidence(end - rule.windowMillis(), end);
            decided.add(told(transition(instance, from, reason, evidence, at)));
        });
    }

    private void vanish(Watched instance, long end, Decided decided) {
        if (instance.standing.state() != State.NORMAL) {
            decided.add(told(end(instance, Reason.VANISHED, Instant.ofEpochMilli(end))));
        }
    }

    private Transition told(Transition bare) {
        return bare.from() == bare.to() ? bare : wording.worded(rule.rule(), bare);
    }

    private Transition end(Watched instance, Reason reason, Instant at) {
        State from = instance.standing.state();
        instance.standing = Standing.NEW;
        return transition(instance, from, reason, Evidence.NONE, at);
    }

    private Transition transition(Watched instance, State from, Reason reason, Evidence evidence, Instant at) {
        instance.decidedAt = clock.instant();
        return new Transition(
                rule.rule().tenant(),
                rule.rule().id(),
                rule.rule().version(),
                instance.labels,
                instance.group,
                Map.of(),
                Map.of(),
                from,
                instance.standing.state(),
                reason,
                evidence,
                at,
                instance.decidedAt,
                instance.standing.held());
    }

    /** Goes on with an instance as it was stored; false where it is none of this rule any more. */
    boolean adopt(Alert alert) {
        Transition last = alert.last();
        return adopt(
                last.group(), alert.labels(), Standing.stored(last.to(), last.held(), last.at()), last.decidedAt());
    }

    /** Goes on with the instances of an earlier version of the rule; those that are none of this one any more end. */
    void adopt(RuleEvaluation earlier, Decided decided) {
        judgedTo = earlier.judgedTo;
        earlier.watched.values().forEach(instance -> {
            if (instance.standing.state() != State.NORMAL
                    && !adopt(instance.group, instance.labels, instance.standing, instance.decidedAt)) {
                decided.add(earlier.told(earlier.end(instance, Reason.RULE_CHANGED, clock.instant())));
            }
        });
    }

    private boolean adopt(Map<String, String> group, Labels labels, Standing standing, Instant decidedAt) {
        List<String> by = rule.rule().query().by();
        if (group.size() != by.size() || !group.keySet().containsAll(by)) {
            return false;
        }
        List<String> values = new ArrayList<>(by.size());
        by.forEach(dimension -> values.add(group.get(dimension)));
        Watched instance = watched(values, standing);
        if (!instance.labels.equals(labels)) {
            return false;
        }
        instance.decidedAt = decidedAt;
        watched.put(List.copyOf(values), instance);
        return true;
    }

    /** Somebody has ended an alert: it begins anew, unless it has changed since. */
    void endedByHand(Alert alert) {
        for (Watched instance : watched.values()) {
            if (instance.labels.equals(alert.labels())
                    && instance.decidedAt.isBefore(alert.last().decidedAt())) {
                instance.standing = Standing.NEW;
            }
        }
    }

    /** The rule is not in force any more: whatever is not normal ends. */
    void end(Decided decided) {
        for (Watched instance : watched.values()) {
            if (instance.standing.state() != State.NORMAL) {
                decided.add(told(end(instance, Reason.RULE_REMOVED, clock.instant())));
            }
        }
    }
}
