package io.deskpulse.alerting.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a receiver was told with how things are: it hears of what is new, of the end of what it knows, and again of what goes on for too
 * long. What may have been told before an instance died is told again as it was then, so that its end can be told. Stateless.
 */
final class Deduplication {
    private Deduplication() {}

    static Decision decide(Told told, View view, Recipient recipient, Instant now) {
        Set<String> fresh = minus(minus(view.firing(), told.certain()), view.acknowledged());
        Set<String> doubtful = minus(minus(both(told.doubted(), view.ended()), told.firing()), view.endHeld());
        Set<String> ended = minus(both(told.firing(), view.ended()), view.endHeld());
        Set<String> known = minus(both(view.firing(), told.certain()), view.acknowledged());
        Optional<Instant> repeat = known.isEmpty() || told.sentAt() == null
                ? Optional.empty()
                : recipient.repeat().map(told.sentAt()::plus);
        String reason = reason(told, fresh, doubtful, ended);
        if (reason == null
                && recipient.hearsAcknowledgements()
                && !taken(told, view).isEmpty()) {
            reason = "acknowledged";
        } else if (reason == null && recipient.page() && view.unattended()) {
            reason = "escalated";
        } else if (reason == null
                && told.attempt() != null
                && !pending(told, view).isEmpty()) {
            reason = "retried";
        } else if (reason == null && repeat.filter(time -> !time.isAfter(now)).isPresent()) {
            reason = "repeated";
        }
        if (reason == null) {
            return new Decision.Wait(repeat);
        }
        if (told.retryAt() != null && told.retryAt().isAfter(now)) {
            return new Decision.Wait(Optional.of(told.retryAt()));
        }
        Set<String> firing = minus(view.firing(), minus(view.acknowledged(), told.firing()));
        firing.addAll(doubtful);
        if (reason.equals("acknowledged")) {
            // All that it knows of: whether somebody takes care of the group depends on each.
            firing.addAll(minus(told.firing(), view.ended()));
        }
        return new Decision.Tell(firing, ended, reason);
    }

    /** What somebody takes care of by now. */
    private static Set<String> taken(Told told, View view) {
        return minus(both(told.firing(), view.acknowledged()), told.acknowledged());
    }

    /** What it was to be told, but could not. */
    private static Set<String> pending(Told told, View view) {
        return minus(both(told.attempt().firing(), view.firing()), view.acknowledged());
    }

    private static String reason(Told told, Set<String> fresh, Set<String> doubtful, Set<String> ended) {
        if (!doubtful.isEmpty()) {
            return "in-doubt";
        }
        if (!fresh.isEmpty()) {
            return told.firing().isEmpty() ? "first" : "new-alerts";
        }
        return ended.isEmpty() ? null : "resolved";
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
