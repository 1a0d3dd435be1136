package io.deskpulse.alerting.notification;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The alerts of a group as one may tell them now, by fingerprint. Immutable.
 *
 * @param firing those that fire and are not held back
 * @param acknowledged those among them that somebody takes care of
 * @param ended those that have ended
 * @param endHeld those among them of which it is not told yet
 */
record View(Set<String> firing, Set<String> acknowledged, Set<String> ended, Set<String> endHeld) {
    static View of(Contents contents, Map<String, Held> held, Predicate<Member> acknowledged) {
        Set<String> ended = contents.ended();
        Set<String> endHeld = new HashSet<>(ended);
        endHeld.retainAll(held.keySet());
        return new View(
                fingerprints(contents, member -> member.active() && !held.containsKey(member.fingerprint())),
                fingerprints(contents, member -> member.active() && acknowledged.test(member)),
                ended,
                endHeld);
    }

    /** The same for who was told once, but is not any more: what it knows of is all that is left to be told. */
    View knownOnly() {
        return new View(Set.of(), acknowledged, ended, endHeld);
    }

    /** Whether anything fires of which nobody takes care. */
    boolean unattended() {
        return firing.stream().anyMatch(alert -> !acknowledged.contains(alert));
    }

    private static Set<String> fingerprints(Contents contents, Predicate<Member> which) {
        return contents.members().stream()
                .filter(which)
                .map(Member::fingerprint)
                .collect(Collectors.toSet());
    }
}
