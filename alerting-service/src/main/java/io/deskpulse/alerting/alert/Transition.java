package io.deskpulse.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * An instance goes from one state to another. Immutable.
 *
 * @param tenant whose
 * @param rule id of the rule
 * @param ruleVersion the version that decided
 * @param labels its identity
 * @param group the values of the dimensions that the rule is cut by
 * @param annotations as they read now, by name and then by language
 * @param links addresses by name
 * @param at the moment that was judged: the end of the window, or when it happened in a conversation
 * @param decidedAt when it was decided, by the wall clock
 * @param held how long it has been breached, or recovering, without the time that nobody looked
 */
public record Transition(
        String tenant,
        String rule,
        int ruleVersion,
        Labels labels,
        Map<String, String> group,
        Map<String, Map<String, String>> annotations,
        Map<String, String> links,
        State from,
        State to,
        Reason reason,
        Evidence evidence,
        Instant at,
        Instant decidedAt,
        Duration held) {
    public Transition {
        group = Map.copyOf(group);
        annotations = Map.copyOf(annotations);
        links = Map.copyOf(links);
    }

    public String fingerprint() {
        return labels.fingerprint(tenant);
    }

    /** Whether it changes no state: it only says how long it has been held. */
    public boolean checkpoint() {
        return from == to;
    }

    /** The same, from another state. */
    Transition from(State other) {
        return other == from
                ? this
                : new Transition(
                        tenant,
                        rule,
                        ruleVersion,
                        labels,
                        group,
                        annotations,
                        links,
                        other,
                        to,
                        reason,
                        evidence,
                        at,
                        decidedAt,
                        held);
    }

    /** The same, looked at later. */
    Transition lookedAt(Instant newAt, Instant newDecidedAt, Duration newHeld) {
        return new Transition(
                tenant,
                rule,
                ruleVersion,
                labels,
                group,
                annotations,
                links,
                from,
                to,
                reason,
                evidence,
                newAt,
                newDecidedAt,
                newHeld);
    }

    /** To normal, because somebody says so. */
    Transition resolvedByHand(Instant now) {
        return new Transition(
                tenant,
                rule,
                ruleVersion,
                labels,
                group,
                annotations,
                links,
                to,
                State.NORMAL,
                Reason.RESOLVED_BY_HAND,
                evidence,
                now,
                now,
                Duration.ZERO);
    }
}
